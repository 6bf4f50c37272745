using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Operations.Erasures;
using Hub.Register.Records;

namespace Hub.Azure.Tables.Register;

/// <summary>Goes through notices, mails and the earlier versions of records, a page at a time.</summary>
public sealed class PersonalData(HubTables tables) : IPersonalData
{
    private const string Register = "register";
    private const string MailRow = "mail";
    private const int Tries = 5;

    /// <inheritdoc/>
    public async IAsyncEnumerable<Notice> Notices([EnumeratorCancellation] CancellationToken cancel)
    {
        // Fingerprints have no status.
        var filter = TableClient.CreateQueryFilter($"Status ge {""}");
        await foreach (var entity in tables.Notices.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
            yield return entity.Value<Notice>();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<MailRecord> Mails([EnumeratorCancellation] CancellationToken cancel)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey eq {MailRow}");
        await foreach (var entity in tables.Mails.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
            yield return entity.Value<MailRecord>();
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Authority>> EarlierVersions(string recordId, CancellationToken cancel)
    {
        var (first, last) = (RegisterTransaction.VersionRow(recordId, 0), RegisterTransaction.VersionRow(recordId, 999_999));
        return tables.Register.List<Authority>(
            $"PartitionKey eq {Register} and RowKey ge {first} and RowKey le {last}", cancel);
    }

    /// <inheritdoc/>
    public async Task Rewrite(string recordId, int version, Func<Authority, Authority> rewrite, CancellationToken cancel)
    {
        var row = RegisterTransaction.VersionRow(recordId, version);
        for (var i = 0; i < Tries; i++)
        {
            var found = await tables.Register.GetEntityIfExistsAsync<TableEntity>(Register, row, cancellationToken: cancel);
            if (found is not { HasValue: true, Value: { } entity })
                return;
            var written = JsonEntity.Of(Register, row, rewrite(entity.Value<Authority>()));
            if (await tables.Register.SaveIfUnchanged(written, entity.ETag.ToString(), cancel))
                return;
        }
        throw new RequestFailedException(412, $"Version {version} of record {recordId} was written by others each time.");
    }
}
