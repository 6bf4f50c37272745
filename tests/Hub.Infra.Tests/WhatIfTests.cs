using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Deploy;
using Hub.Deploy.Costs;
using Hub.Deploy.Planning;
using Hub.Infra.Tests.Rules;
using Hub.Testing;
using NCrontab;

namespace Hub.Infra.Tests;

/// <summary>What ./hub deploy --what-if says.</summary>
public sealed class WhatIfTests
{
    private const string Marker = "<!-- From infra/costs.json. -->\n";
    private static readonly string[] Everything =
    [
        "HUB_SENDER_MAILBOX=a@example.org", "HUB_ALERT_ADDRESS=b@example.org", "HUB_FIRST_KEY=k", "HUB_SIGN_IN_APPLICATION=app",
        "AZURE_ENV_NAME=trial", "AZURE_LOCATION=westeurope",
    ];

    [Theory]
    [InlineData("pilot")]
    [InlineData("production")]
    public void With_everything_switched_on_each_resource_of_the_templates_is_named(string size)
    {
        var plan = Planned(size, Everything);
        var made = plan.Modules.SelectMany(m => m.Resources.Select(r => $"{m.File} {r.Type}"));
        var declared = Templates.Infra.Resources.Where(b => !b.Declaration.Existing && b.Declaration.Type != Types.Role);
        var expected = declared.Where(b => size == "production" || b.Declaration.Type != "Microsoft.Authorization/locks");
        Assert.Equal(
            expected.Select(b => $"{b.File.Name} {b.Declaration.Type}").Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("?", plan.Modules.SelectMany(m => m.Resources).SelectMany(r => r.Names));
    }

    [Fact]
    public void What_is_switched_off_is_not_named()
    {
        var plan = Planned("pilot");
        var names = plan.Modules.SelectMany(m => m.Resources).SelectMany(r => r.Names);
        Assert.DoesNotContain(names, n => n is "authsettingsV2" or "first-key");
        Assert.DoesNotContain(plan.Roles, r => r.Role == "Key Vault Secrets User");
        Assert.Equal(0, plan.Count("Microsoft.Authorization/locks"));
    }

    [Fact]
    public void Each_role_says_who_may_do_what_on_what_and_why()
    {
        var roles = Planned("pilot", Everything).Roles;
        Assert.All(roles, r => Assert.All((string[])[r.Who, r.Role, r.Why, .. r.On], Assert.NotEmpty));
        var send = Assert.Single(roles, r => r is { Role: "Service Bus Data Sender", Who: "id-trial-<token>" });
        Assert.Equal(
            CodeFacts.QueuesWritten.Select(q => $"queues/{q}").Order(StringComparer.Ordinal), send.On.Order(StringComparer.Ordinal));
        Assert.Contains(roles, r => r is { Role: "Service Bus Data Sender", Who: "evgt-trial-<token>", On: ["queues/notices"] });
    }

    [Fact]
    public void The_functions_address_and_two_that_take_identities_only_are_reached_from_outside() =>
        Assert.Equal(["evgt-<name>-<token>", "func-<name>-<token>"], Planned("production").Open.Order(StringComparer.Ordinal));

    [Fact]
    public void A_mistaken_request_says_what_is_wrong()
    {
        Assert.Contains("pilot, production", Refused("--what-if", "--size", "huge"), StringComparison.Ordinal);
        Assert.Contains("HUB_BUDGTE", Refused("--what-if", "--set", "HUB_BUDGTE=1"), StringComparison.Ordinal);
        Assert.Contains("number", Refused("--what-if", "--set", "HUB_BUDGET=much"), StringComparison.Ordinal);
        Assert.Contains("needs a value", Refused("--what-if", "--size"), StringComparison.Ordinal);
        Assert.Contains("--what-if", Refused("--now"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_verb_itself_explains_both_sizes_and_sends_whoever_wants_to_deploy_to_azd()
    {
        Assert.Contains("azd up", (await Run()).Error, StringComparison.Ordinal);
        foreach (var size in new[] { "pilot", "production" })
        {
            var (code, output, error) = await Run("--what-if", "--size", size);
            Assert.Equal((0, ""), (code, error));
            Assert.All(
                ["rg-<name>", "queues", "Why", "together"], part => Assert.Contains(part, output, StringComparison.OrdinalIgnoreCase));
            Assert.Contains("HUB_SENDER_MAILBOX", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_page_about_costs_has_the_same_arithmetic()
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "scale-and-cost.md"));
        var table = CostTable.Of(CostSheet.Read(), size => Planned(size));
        var start = page.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length;
        Assert.Equal(table, page[start..page.IndexOf("\n\n", start, StringComparison.Ordinal)] + "\n");
    }

    [Theory]
    [InlineData("notices")]
    [InlineData("mails")]
    [InlineData("deliveries")]
    [InlineData("readsADay")]
    public void The_page_about_costs_reckons_with_the_same_load(string name)
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "scale-and-cost.md"));
        var table = page[..page.IndexOf("## What one instance does", StringComparison.Ordinal)];
        var numbers = CostSheet.Read().Load[name].Select(n => n.ToString("N0", CultureInfo.InvariantCulture));
        Assert.All(numbers, n => Assert.Contains($" {n} ", table, StringComparison.Ordinal));
    }

    [Fact]
    public void Timers_are_reckoned_as_often_as_they_go_off()
    {
        // A day on which nothing is published.
        var day = new DateTime(2026, 3, 2);
        var settings = (JsonObject)Templates.Infra.Find("modules/functionApp.bicep")!.Variables.Single(v => v.Symbol == "settings").Value!;
        var schedules = CodeFacts.Timers.Select(t => t.StartsWith('%') ? (string)settings[t.Trim('%')]! : t);
        var runs = schedules.Sum(
            s => CrontabSchedule.Parse(s, new() { IncludingSeconds = true }).GetNextOccurrences(day.AddTicks(-1), day.AddDays(1)).Count());
        Assert.All(CostSheet.Read().Load["timerRunsADay"], reckoned => Assert.Equal(runs, reckoned));
    }

    private static Plan Planned(string size, params string[] settings) => PlanReader.Read(
        Templates.Infra,
        GivenParameters.Read(DeployOptions.Read(["--what-if", "--size", size, .. settings.SelectMany(s => new[] { "--set", s })])));

    private static string Refused(params string[] args) =>
        Assert.Throws<DeployException>(() => PlanReader.Read(Templates.Infra, GivenParameters.Read(DeployOptions.Read(args)))).Message;

    private static Task<Ran> Run(params string[] args) => Ran.To("dotnet", [typeof(Report).Assembly.Location, .. args]);
}
