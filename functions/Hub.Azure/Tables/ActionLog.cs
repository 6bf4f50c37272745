using System.Text.Json;
using Azure.Data.Tables;
using Hub.Notices.Access;
using Hub.Register.Json;

namespace Hub.Azure.Tables;

/// <summary>What the Secretariat did, named by its time, counted backwards.</summary>
public sealed class ActionLog(HubTables tables) : IActionLog
{
    /// <summary>The partition of the actions.</summary>
    internal const string Partition = "action";

    /// <inheritdoc/>
    public Task Add(SecretariatAction action, CancellationToken cancel) =>
        tables.Keys.UpsertEntityAsync(JsonEntity.Of(Partition, Row(action), action), TableUpdateMode.Replace, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SecretariatAction>> List(int limit, CancellationToken cancel) =>
        tables.Keys.List<SecretariatAction>($"PartitionKey eq {Partition}", cancel, limit);

    // Two at the same moment differ in what they say; one that is written twice is one.
    private static string Row(SecretariatAction action) =>
        $"{DateTime.MaxValue.Ticks - action.At.UtcTicks:D19}-{ApiKey.IdOf(ApiKey.Hash(JsonSerializer.Serialize(action, HubJson.Options)))}";
}
