using Hub.Deploy.Reading;

namespace Hub.Infra.Tests.Rules;

/// <summary>Every rule, and where one does not apply.</summary>
internal static class AllRules
{
    public static IReadOnlyDictionary<string, Rule> ByName { get; } = new[]
    {
        AppServiceRules.All, StorageRules.All, ServiceRules.All, NetworkRules.All, AccessRules.All, MonitoringRules.All, TemplateRules.All,
        TextRules.All,
        CodeRules.All,
    }.SelectMany(r => r).ToDictionary(r => r.Name);

    /// <summary>Where a rule is broken on purpose: rule and place, and the reason.</summary>
    public static IReadOnlyDictionary<(string Rule, string Place), string> Suppressed { get; } = new Dictionary<(string, string), string>
    {
        [("AppService.AlwaysOn", "modules/functionApp.bicep:app")] = "Flex Consumption has alwaysReady instances instead (sizes.json).",
        [("AppService.PlanInstanceCount", "modules/functionApp.bicep:plan")] =
            "Flex Consumption has no instances of the plan: the app scales by itself.",
        [("Hub.Storage.Versioning", "modules/hostStorage.bicep:blobs")] = "What is kept there is built again from the source.",
        [("Storage.DefenderCloud", "modules/hostStorage.bicep:account")] =
            "Nothing that anybody sends is kept there: packages and leases of the host.",
        [("Storage.DefenderCloud.MalwareScan", "modules/hostStorage.bicep:account")] =
            "Nothing that anybody sends is kept there: packages and leases of the host.",
        [("Storage.DefenderCloud.SensitiveData", "modules/malwareScan.bicep:scan")] =
            "It is known where the directory's contact data is: in all of it.",
        [("EventGrid.TopicPublicAccess", "modules/malwareScan.bicep:topic")] =
            "Defender publishes from outside the network. Only identities may publish, and a result names a blob and a verdict.",
    };

    /// <summary>Places where a rule is broken by nature, whatever their number: rule and type, and the reason.</summary>
    public static IReadOnlyDictionary<(string Rule, string Version), string> Previews { get; } = new Dictionary<(string, string), string>
    {
        [("use-recent-api-versions", "2021-05-01-preview")] =
            "Diagnostic settings have no stable version that sends to a workspace's own tables.",
    };

    /// <summary>What of infra/ breaks a rule, where it is not suppressed.</summary>
    public static IEnumerable<Finding> Findings(this Rule rule, Template template) =>
        rule.Find(template).Where(f => !Suppressed.ContainsKey((rule.Name, f.Place))
            && !Previews.Keys.Any(k => k.Rule == rule.Name && f.Text.StartsWith(k.Version, StringComparison.Ordinal)));
}
