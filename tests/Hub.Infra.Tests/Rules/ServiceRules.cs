using Hub.Deploy.Planning;

namespace Hub.Infra.Tests.Rules;

/// <summary>Service Bus, Key Vault, Translator, Event Grid and identities.</summary>
internal static class ServiceRules
{
    private static readonly string[] Identities = ["SystemAssigned", "UserAssigned"];

    public static IEnumerable<Rule> All { get; } =
    [
        Rule.Property("ServiceBus.DisableLocalAuth", Types.ServiceBus, "properties/disableLocalAuth", true),
        Rule.Property("ServiceBus.MinTLS", Types.ServiceBus, "properties/minimumTlsVersion", "1.2", "1.3"),
        Rule.Each("ServiceBus.AuditLogs", Types.ServiceBus, (d, r) => Logged(d, r, "RuntimeAuditLogs"), "RuntimeAuditLogs must be kept"),
        Rule.Each("ServiceBus.Usage", Types.ServiceBus, (d, r) => d.In(r, Types.Queue).Any(), "it must have a queue"),
        Rule.Property("KeyVault.SoftDelete", Types.Vault, "properties/enableSoftDelete", true),
        Rule.Property("KeyVault.PurgeProtect", Types.Vault, "properties/enablePurgeProtection", true),
        Rule.Property("KeyVault.RBAC", Types.Vault, "properties/enableRbacAuthorization", true),
        Rule.Property("KeyVault.Firewall", Types.Vault, "properties/networkAcls/defaultAction", "Deny"),
        Rule.Each(
            "KeyVault.AccessPolicy", Types.Vault, r => r["properties/accessPolicies"] is null, "access must be by roles",
            "{'properties':{'accessPolicies':[{'objectId':'a'}]}}"),
        Rule.Each("KeyVault.Logs", Types.Vault, (d, r) => Logged(d, r, "AuditEvent"), "AuditEvent must be kept"),
        Rule.Each(
            "KeyVault.AutoRotationPolicy", Types.Key,
            r => r.Objects("properties/rotationPolicy/lifetimeActions").Any(a => (string?)a["action"]?["type"] == "rotate"),
            "it must rotate by itself", "{'properties':{'rotationPolicy':{'lifetimeActions':[{'action':{'type':'notify'}}]}}}"),
        Names.Fit("KeyVault.Name", Types.Vault, "^[A-Za-z](-?[A-Za-z0-9]){2,23}$", "3 to 24 letters, figures and hyphens", "a--vault"),
        Names.Fit("KeyVault.SecretName", Types.Secret, "^[A-Za-z0-9-]{1,127}$", "letters, figures and hyphens", "my_secret"),
        Names.Fit("KeyVault.KeyName", Types.Key, "^[A-Za-z0-9-]{1,127}$", "letters, figures and hyphens", "my key"),
        Rule.Property("AI.DisableLocalAuth", Types.Cognitive, "properties/disableLocalAuth", true),
        Rule.Property("AI.ManagedIdentity", Types.Cognitive, "identity/type", Identities),
        Rule.Property("AI.PublicAccess", Types.Cognitive, "properties/publicNetworkAccess", "Disabled"),
        Rule.Each("AI.PrivateEndpoints", Types.Cognitive, NetworkRules.HasEndpoint, "it must have a private endpoint"),
        Names.Fit(
            "AI.Naming", Types.Cognitive, "^[A-Za-z0-9][A-Za-z0-9-]{1,62}[A-Za-z0-9]$", "2 to 64 letters, figures and hyphens", "-a-"),
        Rule.Property("EventGrid.ManagedIdentity", Types.Topic, "identity/type", Identities),
        Rule.Property("EventGrid.DisableLocalAuth", Types.Topic, "properties/disableLocalAuth", true),
        Rule.Property("EventGrid.TopicPublicAccess", Types.Topic, "properties/publicNetworkAccess", "Disabled"),
        Rule.Property("EventGrid.SystemTopic.ManagedIdentity", Types.SystemTopic, "identity/type", Identities),
        Names.Fit(
            "Identity.UserAssignedName", Types.Identity, "^[A-Za-z0-9][A-Za-z0-9_-]{2,127}$", "3 to 128 letters, figures, _ and -", "_a"),
    ];

    private static bool Logged(Deployment deployment, Resource resource, string category) => deployment.On(resource, Types.Logs)
        .Any(l => l.Objects("properties/logs").Any(c => (string?)c["category"] == category && (bool?)c["enabled"] == true));
}
