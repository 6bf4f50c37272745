using Azure;
using Hub.Notices.Access;

namespace Hub.Azure.Tables;

/// <summary>Forms that were sent, by the SHA-256 of their tokens, until they are old.</summary>
public sealed class SentForms(HubTables tables) : ISentForms
{
    private const string Partition = "form";

    /// <inheritdoc/>
    public async Task<bool> Take(string token, DateTimeOffset now, CancellationToken cancel)
    {
        if (await tables.Keys.Save(JsonEntity.Of(Partition, ApiKey.Hash(token), new SentForm(now)), null, cancel) is null)
            return false;
        foreach (var row in await tables.Keys.List($"PartitionKey eq {Partition}", cancel, read: e => e))
            if (row.Value<SentForm>().At + ISentForms.Remembered < now)
                await tables.Keys.DeleteEntityAsync(Partition, row.RowKey, ETag.All, cancel);
        return true;
    }

    private sealed record SentForm(DateTimeOffset At);
}
