using System.Text.Json.Nodes;
using Hub.Infra.Tests.Rules;
using Hub.Testing;

namespace Hub.Infra.Tests;

/// <summary>Least rights: each role is there for something that happens.</summary>
public sealed class RoleTests
{
    // File, symbol and role of every assignment, and what stands in the repository because of it.
    private static readonly (string Assignment, string Role, string File, string Because)[] Reasons =
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
        ("modules/translator.bicep:ask", "Cognitive Services User", "functions/Hub.Azure/Translation/DocumentTranslator.cs", "document:translate"),
        ("modules/keyVault.bicep:sign", "Key Vault Crypto User", "functions/Hub.Azure/Protection/VaultKey.cs", "/sign\""),
        ("modules/keyVault.bicep:protect", "Key Vault Crypto User", "functions/Hub.Azure/Protection/VaultKey.cs", "wrapkey"),
        ("modules/keyVault.bicep:readFirst", "Key Vault Secrets User", "infra/modules/functionApp.bicep", "@Microsoft.KeyVault("),
        ("modules/malwareScan.bicep:tell", "Service Bus Data Sender", "infra/modules/malwareScan.bicep", "endpointType: 'ServiceBusQueue'"),
    ];

    [Fact]
    public void Every_role_assignment_has_a_reason_and_every_reason_an_assignment()
    {
        var assigned = Templates.Infra.All(Types.Role)
            .Select(b => $"{b.File.Name}:{b.Declaration.Symbol} {AccessRules.RoleNames(b).Single()}");
        Assert.Equal(Reasons.Select(r => $"{r.Assignment} {r.Role}").Order(StringComparer.Ordinal), assigned.Order(StringComparer.Ordinal));
        Assert.All(Reasons, r => Assert.Contains(r.Because, File.ReadAllText(Repository.PathTo(r.File)), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_role_that_is_named_is_assigned()
    {
        var roles = JsonNode.Parse(File.ReadAllText(Repository.PathTo("infra", "roles.json")))!.AsObject();
        Assert.Equal(
            roles.Select(r => r.Key).Order(StringComparer.Ordinal), Reasons.Select(r => r.Role).Distinct().Order(StringComparer.Ordinal));
        Assert.All(roles, r => Assert.True(Guid.TryParse((string?)r.Value, out _), r.Key));
    }

    [Fact]
    public void Rights_on_queues_and_containers_are_given_one_by_one() => Assert.All(
        ["modules/serviceBus.bicep:receive queue[i]", "modules/serviceBus.bicep:send queue[i]", "modules/dataStorage.bicep:writeBlobs container[i]"],
        expected => Assert.Contains(
            expected, Templates.Infra.All(Types.Role).Select(b => $"{b.File.Name}:{b.Declaration.Symbol} {b["scope/$"]}")));
}
