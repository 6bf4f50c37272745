using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Hub.Work.Failures;
using Microsoft.Extensions.Logging;

namespace Hub.Azure.Tables;

/// <summary>Dead letters, newest first.</summary>
public sealed class FailureStore(HubTables tables, ILogger<FailureStore>? log = null) : IFailureStore
{
    private const string Partition = "failure";
    private const string Errors = "error";
    private const string Error = "Error";
    private const string EndedPartition = "ended";

    /// <inheritdoc/>
    public async Task Save(DeadLetter letter, CancellationToken cancel)
    {
        await tables.Failures.UpsertEntityAsync(JsonEntity.Of(Partition, letter.Id, letter), TableUpdateMode.Replace, cancel);
        // The alert looks for these words (docs/operations.md).
        if (letter.RetriedAt is null)
            log?.LogError(
                "Work of queue {Queue} needs a look or was given up: {Reason} It is on the failures list as {Id}.",
                letter.Queue,
                letter.Reason,
                letter.Id);
    }

    /// <inheritdoc/>
    public Task<DeadLetter?> Find(string id, CancellationToken cancel) =>
        tables.Failures.Find<DeadLetter>(Partition, TableKey.Of(id), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeadLetter>> List(int limit, CancellationToken cancel) =>
        tables.Failures.List<DeadLetter>($"PartitionKey eq {Partition}", cancel, limit);

    /// <inheritdoc/>
    public Task NoteError(string message, string error, CancellationToken cancel) => tables.Failures.UpsertEntityAsync(
        new TableEntity(Errors, Row(message)) { [Error] = error }, TableUpdateMode.Replace, cancel);

    /// <inheritdoc/>
    public async Task<string?> ErrorOf(string message, CancellationToken cancel) =>
        await tables.Failures.GetEntityIfExistsAsync<TableEntity>(Errors, Row(message), cancellationToken: cancel)
            is { HasValue: true, Value: { } entity } ? entity.GetString(Error) : null;

    /// <inheritdoc/>
    public Task ForgetError(string message, CancellationToken cancel) =>
        tables.Failures.DeleteEntityAsync(Errors, Row(message), cancellationToken: cancel);

    /// <inheritdoc/>
    public async Task<EndedAttempts> Ended(string queue, string id, CancellationToken cancel) =>
        await tables.Failures.Find<EndedAttempts>(EndedPartition, Row($"{queue}/{id}"), cancel) ?? EndedAttempts.None;

    /// <inheritdoc/>
    public Task SaveEnded(string queue, string id, EndedAttempts ended, CancellationToken cancel) => ended == EndedAttempts.None
        ? tables.Failures.DeleteEntityAsync(EndedPartition, Row($"{queue}/{id}"), cancellationToken: cancel)
        : tables.Failures.UpsertEntityAsync(
            JsonEntity.Of(EndedPartition, Row($"{queue}/{id}"), ended), TableUpdateMode.Replace, cancel);

    // Whoever sends a message chooses its id, and a row's key may not hold every character.
    private static string Row(string message) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)));
}
