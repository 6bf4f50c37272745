namespace Hub.Infra.Tests.Rules;

/// <summary>Why each role assignment is there.</summary>
internal static class RoleReasons
{
    // File, symbol and role of every assignment, and what stands in the repository because of it.
    public static IReadOnlyList<(string Assignment, string Role, string File, string Because)> All { get; } =
    [
        ("modules/monitoring.bicep:publish", "Monitoring Metrics Publisher", "infra/modules/functionApp.bicep", "Authorization=AAD"),
        ("modules/hostStorage.bicep:ownBlobs", "Storage Blob Data Owner",
            "infra/modules/functionApp.bicep", "AzureWebJobsStorage__accountName"),
        ("modules/hostStorage.bicep:writeTables", "Storage Table Data Contributor",
            "infra/modules/functionApp.bicep", "AzureWebJobsStorage__accountName"),
        ("modules/dataStorage.bicep:writeBlobs", "Storage Blob Data Contributor",
            "functions/Hub.Azure/Blobs/OriginalStore.cs", "UploadAsync"),
        ("modules/dataStorage.bicep:writeTables", "Storage Table Data Contributor",
            "functions/Hub.Azure/Tables/HubTables.cs", "CreateIfNotExistsAsync"),
        ("modules/dataStorage.bicep:readTags", "Storage Blob Data Owner", "infra/main.bicep", "tagged:"),
        ("modules/dataStorage.bicep:translate", "Storage Blob Data Contributor", "infra/main.bicep", "translated:"),
        ("modules/serviceBus.bicep:receive", "Service Bus Data Receiver",
            "functions/Hub.Functions/Channels/RunChannels.cs", "[ServiceBusTrigger("),
        ("modules/serviceBus.bicep:send", "Service Bus Data Sender", "functions/Hub.Functions/Outputs.cs", "[ServiceBusOutput("),
        ("modules/translator.bicep:ask", "Cognitive Services User",
            "functions/Hub.Azure/Translation/DocumentTranslator.cs", "document:translate"),
        ("modules/keyVault.bicep:sign", "Key Vault Crypto User", "functions/Hub.Azure/Protection/VaultKey.cs", "/sign\""),
        ("modules/keyVault.bicep:protect", "Key Vault Crypto User", "functions/Hub.Azure/Protection/VaultKey.cs", "wrapkey"),
        ("modules/keyVault.bicep:readFirst", "Key Vault Secrets User", "infra/modules/functionApp.bicep", "@Microsoft.KeyVault("),
        ("modules/malwareScan.bicep:tell", "Service Bus Data Sender", "infra/modules/malwareScan.bicep", "endpointType: 'ServiceBusQueue'"),
    ];
}
