using Azure.Data.Tables;
using Hub.Register.Log;

namespace Hub.Azure.Tables.Register;

/// <summary>The last verification of the log, beside the log.</summary>
public sealed class LogCheckStore(HubTables tables) : ILogCheckStore
{
    private const string Partition = "check";
    private const string Row = "last";

    /// <inheritdoc/>
    public Task Save(LogCheckRecord check, CancellationToken cancel) =>
        tables.Register.UpsertEntityAsync(JsonEntity.Of(Partition, Row, check), TableUpdateMode.Replace, cancel);

    /// <inheritdoc/>
    public Task<LogCheckRecord?> Last(CancellationToken cancel) => tables.Register.Find<LogCheckRecord>(Partition, Row, cancel);
}
