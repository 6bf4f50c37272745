namespace Hub.Infra.Tests.Rules;

/// <summary>Logs and alerts.</summary>
internal static class MonitoringRules
{
    private static readonly string[] Logged =
        [Types.Site, Types.Blobs, Types.ServiceBus, Types.Vault, Types.Cognitive, Types.Topic, Types.Network];

    public static IEnumerable<Rule> All { get; } =
    [
        Rule.Each(
            "AppInsights.Workspace", Types.AppInsights, r => r["properties/WorkspaceResourceId"] is not null,
            "it must write to a workspace"),
        Names.Fit(
            "AppInsights.Name", Types.AppInsights, @"^[\w().-]{0,259}[\w()-]$", "up to 260 characters, no full stop at the end", "a."),
        Rule.Property("Hub.AppInsights.LocalAuth", Types.AppInsights, "properties/DisableLocalAuth", true),
        new("Monitor.ServiceHealth", Deployment.Of(Types.LogAlert, "{}"), ServiceHealth),
        Rule.Each(
            "Alert.HighFrequencyQuery", Types.LogAlert, r => r.Text("properties/evaluationFrequency") is not (null or "PT1M"),
            "a query every minute costs much and tells little", "{'properties':{'evaluationFrequency':'PT1M'}}"),
        Rule.Property("Alert.MetricAutoMitigate", Types.MetricAlert, "properties/autoMitigate", true),
        .. new[] { Types.LogAlert, Types.MetricAlert, Types.ActivityAlert }.Select(type => Rule.Each(
            $"Hub.Alert.Tells.{type}", type,
            r => $"{r["properties/actions"]?.ToJsonString()}".Contains("/actionGroups/", StringComparison.Ordinal),
            "an alert must tell somebody", "{'properties':{'actions':[]}}")),
        .. Logged.Select(type => Rule.Each(
            $"Hub.Logs.{type}", type, (d, r) => d.On(r, Types.Logs).Any(), "its logs or metrics must be kept")),
    ];

    private static IEnumerable<Finding> ServiceHealth(Deployment deployment) => deployment.All(Types.ActivityAlert)
        .Any(a => a.Objects("properties/condition/allOf").Any(c => (string?)c["equals"] == "ServiceHealth"))
        ? []
        : [new("", "somebody must be told when Azure has trouble")];
}
