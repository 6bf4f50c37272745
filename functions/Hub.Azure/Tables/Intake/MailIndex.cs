using Azure.Data.Tables;
using Hub.Intake.Inbox;

namespace Hub.Azure.Tables.Intake;

/// <summary>
/// All mails in memory, for lists and for what is due: each is in a partition of its own, so that to find some takes a scan of them all. A
/// group is how their ids begin, which are hashes: of many mails a group has few, and it is read by a range of partitions.
/// </summary>
internal sealed class MailIndex : IDisposable
{
    /// <summary>The name of a mail's row.</summary>
    public const string MailRow = "mail";

    private const int GroupLength = 2;
    private const int MostGroups = 20;
    private static readonly TimeSpan ReadsAll = TimeSpan.FromMinutes(30);
    private readonly TableClient _table;
    private readonly RowAnnouncements _announcements;
    private readonly RowsInMemory<MailRecord> _mails;

    /// <summary>Those of a table.</summary>
    public MailIndex(TableClient table, TimeProvider clock)
    {
        (_table, _announcements) = (table, new(table, clock));
        _mails = new(_announcements, Of, m => GroupOf(m.Id), MostGroups, ReadsAll, clock);
    }

    /// <summary>What a row holds.</summary>
    public static MailRecord Read(TableEntity row) => row.Value<MailRecord>(out var mark) with { ETag = mark };

    /// <summary>Says that a mail is about to be written.</summary>
    public Task Announce(string id, CancellationToken cancel) => _announcements.Announce(GroupOf(id), cancel);

    /// <summary>The mails as they stand, in no order.</summary>
    public Task<IReadOnlyList<MailRecord>> All(CancellationToken cancel) => _mails.Read(cancel);

    /// <inheritdoc/>
    public void Dispose() => _mails.Dispose();

    private static string GroupOf(string id) => id[..Math.Min(GroupLength, id.Length)];

    private Task<IReadOnlyList<MailRecord>> Of(string? group, CancellationToken cancel) => group is null
        ? _table.List($"RowKey eq {MailRow}", cancel, read: Read)
        : _table.List(
            $"PartitionKey ge {group} and PartitionKey lt {group[..^1] + (char)(group[^1] + 1)} and RowKey eq {MailRow}", cancel,
            read: Read);
}
