using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Infra.Tests.Rules;
using Hub.LocalProcesses;

namespace Hub.Infra.Tests;

/// <summary>An alert has a signal that something emits, and a section that says what to do.</summary>
public sealed partial class AlertTests
{
    private const string Budget = "budget";
    private static readonly string[] AlertTypes = [Types.MetricAlert, Types.LogAlert, Types.ActivityAlert];
    private static readonly string[] Parts = ["**Means.**", "**Look.**", "**Do.**"];

    // Application Insights' own, and those of the diagnostic settings.
    private static readonly string[] Tables =
        [
            "AppTraces",
            "AppRequests",
            "AppExceptions",
            "AppDependencies",
            "AzureMetrics",
            "StorageTableLogs",
            "StorageMalwareScanningResults",
        ];

    private static string Alerts => Infra.Files["modules/alerts.bicep"];

    private static string Page => File.ReadAllText(Repository.PathTo("docs", "operations.md"));

    [Fact]
    public void Every_alert_has_a_section_and_every_section_an_alert()
    {
        var sections = Section().Matches(Page).Select(m => m.Groups[1].Value);
        Assert.Equal(Names().Append(Budget).Order(StringComparer.Ordinal), sections.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_section_says_what_it_means_what_to_look_at_and_what_to_do() => Assert.All(
        Page.Split("\n## `").Skip(1), s => Assert.All(Parts, part => Assert.Contains(part, s, StringComparison.Ordinal)));

    [Fact]
    public void What_is_logged_is_seen_with_the_names_of_channels_in_place() =>
        Assert.Contains(
            "Channel mail is paused: {Name}.", Saying.In("""log.LogWarning("Channel {Channel} is paused: {Name}.", s.Channel);"""));

    [Fact]
    public void What_is_measured_is_a_metric_of_its_service_with_that_aggregation_and_dimension() => Assert.Equal(
        [
            "Microsoft.CognitiveServices/accounts TotalErrors Total OperationName *",
            "Microsoft.ServiceBus/namespaces ActiveMessages Minimum EntityName failures",
            "Microsoft.ServiceBus/namespaces DeadletteredMessages Minimum EntityName *",
            "Microsoft.ServiceBus/namespaces ThrottledRequests Total EntityName *",
        ],
        Infra.Pilot.All(Types.MetricAlert).SelectMany(a => a.Objects("properties/criteria/allOf")).Select(Measured)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void What_the_workbook_and_the_page_ask_is_in_tables_that_something_fills()
    {
        var texts = Page + File.ReadAllText(Repository.PathTo("infra", "workbook.json")) + Alerts;
        Assert.All(Table().Matches(texts).Select(m => m.Groups[1].Value), table => Assert.Contains(table, Tables));
    }

    [Fact]
    public void What_Sweeps_alert_looks_for_names_the_function() =>
        Assert.Contains($"Executed \\'Functions.{nameof(Functions.Channels.Sweep)}\\' (Succeeded", Alerts, StringComparison.Ordinal);

    [Fact]
    public void An_alert_leads_to_its_section() => Assert.All(
        AlertTypes.SelectMany(Infra.Pilot.All),
        a => Assert.Contains($"docs/operations.md#{a.Name}", a["properties/actions"]!.ToJsonString(), StringComparison.Ordinal));

    private static string Measured(JsonObject metric)
    {
        var dimension = metric["dimensions"]![0]!;
        return string.Join(
            ' ', metric["metricNamespace"], metric["metricName"], metric["timeAggregation"], dimension["name"], dimension["values"]![0]);
    }

    private static IEnumerable<string> Names() => AlertTypes.Append("Microsoft.EventGrid/systemTopics/eventSubscriptions")
        .SelectMany(Infra.Pilot.All).Select(a => a.ShortName);

    [GeneratedRegex(@"\b((?:App|Azure|Storage)[A-Z]\w+)(?: \||`)")]
    private static partial Regex Table();

    [GeneratedRegex("^## `([a-z-]+)`", RegexOptions.Multiline)]
    private static partial Regex Section();
}
