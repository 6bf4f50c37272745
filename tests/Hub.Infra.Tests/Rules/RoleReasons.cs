namespace Hub.Infra.Tests.Rules;

/// <summary>Why a role is assigned.</summary>
/// <param name="Who">Whose identity it is: the functions' is `id`, the malware scan's topic `evgt`.</param>
/// <param name="Role">The role.</param>
/// <param name="On">What it is on, or where that begins.</param>
/// <param name="Because">What stands in the code or in the templates because of it.</param>
/// <param name="IsOptional">Whether it is assigned only where something is switched on.</param>
internal sealed record RoleReason(string Who, string Role, string On, string Because, bool IsOptional = false)
{
    public bool IsFor(string who, string role, string on) =>
        who == Who && role == Role && (On.EndsWith('/') ? on.StartsWith(On, StringComparison.Ordinal) : on == On);
}

/// <summary>Why each role assignment is there.</summary>
internal static class RoleReasons
{
    private const string Functions = "id";

    public static IReadOnlyList<RoleReason> All { get; } =
    [
        new(Functions, "Monitoring Metrics Publisher", "components/appi", "Authorization=AAD"),
        new(Functions, "Storage Blob Data Owner", "storageAccounts/sthost", "AzureWebJobsStorage__accountName"),
        new(Functions, "Storage Table Data Contributor", "storageAccounts/sthost", "AzureWebJobsStorage__accountName"),
        new(Functions, "Storage Blob Data Contributor", "containers/", "UploadAsync"),
        new(Functions, "Storage Table Data Contributor", "storageAccounts/stdata", "CreateIfNotExistsAsync"),
        new(Functions, "Storage Blob Data Owner", "containers/quarantine", "tagged:"),
        new(Functions, "Service Bus Data Receiver", "queues/", "[ServiceBusTrigger("),
        new(Functions, "Service Bus Data Sender", "queues/", "ServiceBusSender"),
        new(Functions, "Cognitive Services User", "accounts/trsl", "document:translate"),
        new(Functions, "Key Vault Crypto User", "keys/signing", "/sign\""),
        new(Functions, "Key Vault Crypto User", "keys/protection", "wrapkey"),
        new(Functions, "Key Vault Secrets User", "secrets/first-key", "@Microsoft.KeyVault(", IsOptional: true),
        new("evgt", "Service Bus Data Sender", "queues/notices", "endpointType: 'ServiceBusQueue'"),
    ];
}
