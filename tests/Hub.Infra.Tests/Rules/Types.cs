namespace Hub.Infra.Tests.Rules;

/// <summary>Azure's resource types that several rules are about.</summary>
internal static class Types
{
    public const string Site = "Microsoft.Web/sites";
    public const string SiteConfig = "Microsoft.Web/sites/config";
    public const string Plan = "Microsoft.Web/serverfarms";
    public const string Storage = "Microsoft.Storage/storageAccounts";
    public const string Blobs = "Microsoft.Storage/storageAccounts/blobServices";
    public const string Container = "Microsoft.Storage/storageAccounts/blobServices/containers";
    public const string Table = "Microsoft.Storage/storageAccounts/tableServices/tables";
    public const string Defender = "Microsoft.Security/defenderForStorageSettings";
    public const string ServiceBus = "Microsoft.ServiceBus/namespaces";
    public const string Queue = "Microsoft.ServiceBus/namespaces/queues";
    public const string Vault = "Microsoft.KeyVault/vaults";
    public const string Secret = "Microsoft.KeyVault/vaults/secrets";
    public const string Key = "Microsoft.KeyVault/vaults/keys";
    public const string Cognitive = "Microsoft.CognitiveServices/accounts";
    public const string Topic = "Microsoft.EventGrid/topics";
    public const string SystemTopic = "Microsoft.EventGrid/systemTopics";
    public const string Identity = "Microsoft.ManagedIdentity/userAssignedIdentities";
    public const string PublicAddress = "Microsoft.Network/publicIPAddresses";
    public const string Endpoint = "Microsoft.Network/privateEndpoints";
    public const string Network = "Microsoft.Network/virtualNetworks";
    public const string SecurityGroup = "Microsoft.Network/networkSecurityGroups";
    public const string AppInsights = "Microsoft.Insights/components";
    public const string Logs = "Microsoft.Insights/diagnosticSettings";
    public const string LogAlert = "Microsoft.Insights/scheduledQueryRules";
    public const string MetricAlert = "Microsoft.Insights/metricAlerts";
    public const string ActivityAlert = "Microsoft.Insights/activityLogAlerts";
    public const string Role = "Microsoft.Authorization/roleAssignments";
    public const string ResourceGroup = "Microsoft.Resources/resourceGroups";
}
