namespace Hub.Infra.Tests.Rules;

/// <summary>Every rule, and where one does not apply.</summary>
internal static class AllRules
{
    private const string Packages = "Nothing that anybody sends is kept there: packages and leases of the host.";

    public static IReadOnlyDictionary<string, Rule> ByName { get; } = new[]
    {
        AppServiceRules.All, StorageRules.All, ServiceRules.All, NetworkRules.All, AccessRules.All, MonitoringRules.All, TemplateRules.All,
        CodeRules.All,
    }.SelectMany(r => r).ToDictionary(r => r.Name);

    /// <summary>Where a rule is broken on purpose: rule and place, and the reason.</summary>
    public static IReadOnlyDictionary<(string Rule, string Place), string> Suppressed { get; } = new Dictionary<(string, string), string>
    {
        [("AppService.AlwaysOn", "Microsoft.Web/sites func")] = "Flex Consumption has alwaysReady instances instead (sizes.json).",
        [("AppService.PlanInstanceCount", "Microsoft.Web/serverfarms asp")] =
            "Flex Consumption has no instances of the plan: the app scales by itself.",
        [("Hub.Storage.Versioning", "Microsoft.Storage/storageAccounts/blobServices sthost/default")] =
            "What is kept there is built again from the source.",
        [("Storage.DefenderCloud", "Microsoft.Storage/storageAccounts sthost")] = Packages,
        [("Storage.DefenderCloud.MalwareScan", "Microsoft.Storage/storageAccounts sthost")] = Packages,
        [("Storage.DefenderCloud.SensitiveData", "Microsoft.Security/defenderForStorageSettings current")] =
            "It is known where the directory's contact data is: in all of it.",
        [("EventGrid.TopicPublicAccess", "Microsoft.EventGrid/topics evgt")] =
            "Defender publishes from outside the network. Only identities may publish, and a result names a blob and a verdict.",
    };

    /// <summary>What of a deployment breaks a rule, where it is not suppressed.</summary>
    public static IEnumerable<Finding> Findings(this Rule rule, Deployment deployment) =>
        rule.Find(deployment).Where(f => !Suppressed.ContainsKey((rule.Name, f.Place)));
}
