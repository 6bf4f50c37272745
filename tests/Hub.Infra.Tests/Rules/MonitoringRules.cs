using Hub.Deploy.Reading;

namespace Hub.Infra.Tests.Rules;

/// <summary>Logs and alerts.</summary>
internal static class MonitoringRules
{
    private static readonly string[] Logged =
        [Types.Site, Types.Blobs, Types.ServiceBus, Types.Vault, Types.Cognitive, Types.Topic, Types.Network];

    private static readonly string[] TooOften = ["PT1M", "?"];

    public static IEnumerable<Rule> All { get; } =
    [
        Rule.Each(
            "AppInsights.Workspace", Types.AppInsights, b => b["properties/WorkspaceResourceId"] is not null,
            "it must write to a workspace", "name: 'a'\nproperties: {}"),
        Rule.Each(
            "AppInsights.Name", Types.AppInsights, b => Names.Fit(b, @"^[\w().-]{0,259}[\w()-]$"),
            "up to 260 characters, no full stop at the end", "name: 'a.'"),
        Rule.Property(
            "Hub.AppInsights.LocalAuth", Types.AppInsights, "properties/DisableLocalAuth", [true],
            "name: 'a'\nproperties: { DisableLocalAuth: false }"),
        new("Monitor.ServiceHealth", Rule.Resource(Types.LogAlert, "name: 'a'"), ServiceHealth),
        Rule.Each(
            "Alert.HighFrequencyQuery", Types.LogAlert, b => !b.Texts("properties/evaluationFrequency").Intersect(TooOften).Any(),
            "a query every minute costs much and tells little", "name: 'a'\nproperties: { evaluationFrequency: 'PT1M' }"),
        Rule.Property(
            "Alert.MetricAutoMitigate", Types.MetricAlert, "properties/autoMitigate", [true],
            "name: 'a'\nproperties: { autoMitigate: false }"),
        .. new[] { Types.LogAlert, Types.MetricAlert, Types.ActivityAlert }.Select(type => Rule.Each(
            $"Hub.Alert.Tells.{type}", type,
            b => $"{b["properties/actions"]?.ToJsonString()}".Contains("actionGroupId", StringComparison.Ordinal),
            "an alert must tell somebody", "name: 'a'\nproperties: { actions: [] }")),
        .. Logged.Select(type => Rule.Each(
            $"Hub.Logs.{type}", type,
            b => b.Template.All(Types.Logs).Any(l => l.File == b.File && (string?)l["scope/$"] == b.Declaration.Symbol),
            "its logs or metrics must be kept", "name: 'a'")),
    ];

    private static IEnumerable<Finding> ServiceHealth(Template template) => template.All(Types.ActivityAlert)
        .Any(a => Rule.Items(a, "properties/condition/allOf").Any(c => (string?)c["equals"] == "ServiceHealth"))
        ? []
        : [new("", "somebody must be told when Azure has trouble")];
}
