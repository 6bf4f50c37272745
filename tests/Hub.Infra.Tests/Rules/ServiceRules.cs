using Hub.Deploy.Reading;

namespace Hub.Infra.Tests.Rules;

/// <summary>Service Bus, Key Vault, Translator, Event Grid and identities.</summary>
internal static class ServiceRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Rule.Property(
            "ServiceBus.DisableLocalAuth", Types.ServiceBus, "properties/disableLocalAuth", [true], Properties("disableLocalAuth: false")),
        Rule.Property(
            "ServiceBus.MinTLS", Types.ServiceBus, "properties/minimumTlsVersion", ["1.2", "1.3"], Properties("minimumTlsVersion: '1.0'")),
        Rule.Each(
            "ServiceBus.AuditLogs", Types.ServiceBus, b => Logged(b, "RuntimeAuditLogs"), "RuntimeAuditLogs must be kept", "name: 'a'"),
        Rule.Each(
            "ServiceBus.Usage", Types.ServiceBus, b => b.Template.All(Types.Queue).Any(q => (string?)q["parent/$"] == b.Declaration.Symbol),
            "it must have a queue", "name: 'a'"),
        Rule.Property("KeyVault.SoftDelete", Types.Vault, "properties/enableSoftDelete", [true], Properties("enableSoftDelete: false")),
        Rule.Property(
            "KeyVault.PurgeProtect", Types.Vault, "properties/enablePurgeProtection", [true], Properties("enablePurgeProtection: false")),
        Rule.Property(
            "KeyVault.RBAC", Types.Vault, "properties/enableRbacAuthorization", [true], Properties("enableRbacAuthorization: false")),
        Rule.Property(
            "KeyVault.Firewall", Types.Vault, "properties/networkAcls/defaultAction", ["Deny"],
            Properties("networkAcls: { defaultAction: 'Allow' }")),
        Rule.Each(
            "KeyVault.AccessPolicy", Types.Vault, b => b["properties/accessPolicies"] is null, "access must be by roles",
            Properties("accessPolicies: [{ objectId: 'a' }]")),
        Rule.Each("KeyVault.Logs", Types.Vault, b => Logged(b, "AuditEvent"), "AuditEvent must be kept", "name: 'a'"),
        Rule.Each(
            "KeyVault.AutoRotationPolicy", Types.Key,
            b => Rule.Items(b, "properties/rotationPolicy/lifetimeActions").Any(a => (string?)a["action"]?["type"] == "rotate"),
            "it must rotate by itself", Properties("rotationPolicy: { lifetimeActions: [{ action: { type: 'notify' } }] }")),
        Rule.Each(
            "KeyVault.Name", Types.Vault, b => Names.Fit(b, "^[A-Za-z](-?[A-Za-z0-9]){2,23}$"), "3 to 24 letters, figures and hyphens",
            "name: 'a--vault'"),
        Rule.Each(
            "KeyVault.SecretName", Types.Secret, b => Names.Fit(b, "^[A-Za-z0-9-]{1,127}$"), "letters, figures and hyphens",
            "name: 'my_secret'"),
        Rule.Each(
            "KeyVault.KeyName", Types.Key, b => Names.Fit(b, "^[A-Za-z0-9-]{1,127}$"), "letters, figures and hyphens", "name: 'my key'"),
        Rule.Property("AI.DisableLocalAuth", Types.Cognitive, "properties/disableLocalAuth", [true], Properties("disableLocalAuth: false")),
        Rule.Property("AI.ManagedIdentity", Types.Cognitive, "identity/type", ["SystemAssigned", "UserAssigned"], "name: 'a'"),
        Rule.Property(
            "AI.PublicAccess", Types.Cognitive, "properties/publicNetworkAccess", ["Disabled"],
            Properties("publicNetworkAccess: 'Enabled'")),
        Rule.Each("AI.PrivateEndpoints", Types.Cognitive, NetworkRules.HasEndpoint, "it must have a private endpoint", "name: 'a'"),
        Rule.Each(
            "AI.Naming", Types.Cognitive, b => Names.Fit(b, "^[A-Za-z0-9][A-Za-z0-9-]{1,62}[A-Za-z0-9]$"),
            "2 to 64 letters, figures and hyphens", "name: '-a-'"),
        Rule.Property("EventGrid.ManagedIdentity", Types.Topic, "identity/type", ["SystemAssigned", "UserAssigned"], "name: 'a'"),
        Rule.Property(
            "EventGrid.DisableLocalAuth", Types.Topic, "properties/disableLocalAuth", [true], Properties("disableLocalAuth: false")),
        Rule.Property(
            "EventGrid.TopicPublicAccess", Types.Topic, "properties/publicNetworkAccess", ["Disabled"],
            Properties("publicNetworkAccess: 'Enabled'")),
        Rule.Property(
            "EventGrid.SystemTopic.ManagedIdentity", Types.SystemTopic, "identity/type", ["SystemAssigned", "UserAssigned"], "name: 'a'"),
        Rule.Each(
            "Identity.UserAssignedName", Types.Identity, b => Names.Fit(b, "^[A-Za-z0-9][A-Za-z0-9_-]{2,127}$"),
            "3 to 128 letters, figures, _ and -", "name: '_a'"),
    ];

    private static bool Logged(Body resource, string category) => resource.Template.All(Types.Logs).Any(
        l => l.File == resource.File && (string?)l["scope/$"] == resource.Declaration.Symbol
            && Rule.Items(l, "properties/logs").Any(c => (string?)c["category"] == category && (bool?)c["enabled"] == true));

    private static string Properties(string text) => $"name: 'a'\nproperties: {{ {text} }}";
}
