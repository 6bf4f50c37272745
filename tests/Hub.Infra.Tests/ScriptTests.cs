using Hub.LocalProcesses;

namespace Hub.Infra.Tests;

/// <summary>The scripts around a deployment, with programs in az's and azd's place that write down how they were called.</summary>
public sealed class ScriptTests : IDisposable
{
    private const string Fake = """
        #!/bin/sh
        echo "$(basename "$0") $*" >> "$CALLS"
        case "$*" in
          "account show"*) echo the-tenant ;;
          "ad app list"*) [ -z "${REGISTERED:-}" ] || echo the-client ;;
          "ad app create"*) echo the-client ;;
          "ad sp show"*) [ -n "${REGISTERED:-}" ] ;;
          "ad app federated-credential list"*) [ -z "${REGISTERED:-}" ] || echo directory-hub ;;
        esac

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-scripts-");

    private string Calls =>
        File.Exists(Path.Combine(_folder.FullName, "calls")) ? File.ReadAllText(Path.Combine(_folder.FullName, "calls")) : "";

    [Fact]
    public async Task Before_a_deployment_what_is_missing_is_named_and_the_budgets_month_is_set()
    {
        var (code, _, error) = await Run("before-provision.sh", []);
        Assert.NotEqual(0, code);
        Assert.Contains("HUB_SENDER_MAILBOX HUB_ALERT_ADDRESS", error, StringComparison.Ordinal);
        Assert.Matches(@"^azd env set HUB_BUDGET_START \d{4}-\d\d-01\n$", Calls);
    }

    [Fact]
    public async Task Before_a_second_deployment_nothing_is_set_again()
    {
        var (code, _, error) = await Run(
            "before-provision.sh", [], ("HUB_SENDER_MAILBOX", "a"), ("HUB_ALERT_ADDRESS", "b"), ("HUB_BUDGET_START", "2026-11-01"));
        Assert.Equal((0, "", ""), (code, error, Calls));
    }

    [Fact]
    public async Task The_application_for_sign_in_has_three_roles_no_secret_and_is_open_to_those_only_who_are_assigned()
    {
        var (code, output, error) = await Run("create-sign-in.sh", ["https://hub.example.org/", "the-principal"]);
        Assert.Equal((0, "the-client\n", ""), (code, output, error));
        Assert.Contains("--web-redirect-uris https://hub.example.org/.auth/login/aad/callback", Calls, StringComparison.Ordinal);
        foreach (var role in new[] { "Reviewer", "Editor", "Administrator" })
            Assert.Contains($"\"value\": \"{role}\"", Calls, StringComparison.Ordinal);
        Assert.Contains("appRoleAssignmentRequired=true", Calls, StringComparison.Ordinal);
        Assert.Contains("/the-tenant/v2.0", Calls, StringComparison.Ordinal);
        Assert.Contains("\"subject\": \"the-principal\"", Calls, StringComparison.Ordinal);
        Assert.DoesNotContain("credential reset", Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_again_it_creates_nothing()
    {
        var (code, output, _) = await Run("create-sign-in.sh", ["https://hub.example.org", "the-principal"], ("REGISTERED", "yes"));
        Assert.Equal((0, "the-client\n"), (code, output));
        Assert.DoesNotContain(" create ", Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_without_https_is_refused()
    {
        Assert.Equal(2, (await Run("create-sign-in.sh", ["http://hub.example.org", "the-principal"])).Code);
        Assert.Equal("", Calls);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<Ran> Run(string script, string[] args, params (string Name, string Value)[] environment)
    {
        foreach (var name in new[] { "az", "azd" })
        {
            var path = Path.Combine(_folder.FullName, name);
            File.WriteAllText(path, Fake);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
        return Ran.To(
            "sh", [Repository.PathTo("infra", "scripts", script), .. args],
            [
                ("PATH", $"{_folder.FullName}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}"),
                ("CALLS", Path.Combine(_folder.FullName, "calls")), .. environment,
            ]);
    }
}
