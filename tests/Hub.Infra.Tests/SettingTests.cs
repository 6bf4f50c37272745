using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Testing;

namespace Hub.Infra.Tests;

/// <summary>The settings that the code reads are the settings that Bicep sets.</summary>
public sealed partial class SettingTests
{
    // A connection string: on a developer's machine only.
    private static readonly string[] Local = ["AzureWebJobsStorage", "Data", "ServiceBus", "FUNCTIONS_WORKER_RUNTIME"];

    // Read by the functions' host and by Azure's libraries, not by the hub's own code.
    private static readonly string[] Hosts =
    [
        "AZURE_CLIENT_ID", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "ServiceBus__fullyQualifiedNamespace", "ServiceBus__credential", "ServiceBus__clientId",
    ];

    private static IEnumerable<string> Set => Templates.Infra.Find("modules/functionApp.bicep")!.Variables
        .Where(v => v.Symbol.EndsWith("ettings", StringComparison.Ordinal) || v.Symbol.EndsWith("Setting", StringComparison.Ordinal))
        .SelectMany(v => ((JsonObject)v.Value!).Select(s => s.Key));

    [Fact]
    public void Every_setting_that_the_code_reads_is_set_and_every_one_that_is_set_is_read()
    {
        var read = Sources.Functions.SelectMany(Names).Distinct().Except(Local).Concat(Hosts);
        Assert.Equal(read.Order(StringComparer.Ordinal), Set.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_of_the_sample_is_set()
    {
        var sample = JsonNode.Parse(File.ReadAllText(Repository.PathTo("local.settings.sample.json")))!["Values"]!.AsObject().Select(v => v.Key);
        Assert.Subset(Set.ToHashSet(), sample.Except(Local).ToHashSet());
    }

    [Fact]
    public void What_is_for_development_is_off()
    {
        var app = Templates.Infra.Find("modules/functionApp.bicep")!;
        var settings = (JsonObject)app.Variables.Single(v => v.Symbol == "settings").Value!;
        Assert.Equal("false", (string?)settings["Webhooks__AllowLoopback"]);
        Assert.Equal("false", (string?)settings["States__Fictional"]);
        Assert.Equal("1", (string?)settings["Clock__Speed"]);
    }

    [Fact]
    public void A_reading_of_a_setting_is_seen() => Assert.Equal(
        ["A__B", "C", "D", "Data__blobServiceUri"],
        Names("reader.Text(\"A:B\"); configuration[\"C\"]; [TimerTrigger(\"%D%\")]; Service(configuration, \"blob\")"));

    private static IEnumerable<string> Names(string source) => Reading().Matches(source)
        .Select(m => m.Groups["service"] is { Success: true, Value: var service }
            ? $"Data__{service}ServiceUri"
            : m.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal));

    [GeneratedRegex("""reader\.\w+\("(?<name>[\w:]+)"|configuration\["(?<name>[\w:]+)"\]|"%(?<name>\w+)%"|Service\(configuration, "(?<service>\w+)"\)""")]
    private static partial Regex Reading();
}
