using Azure;
using Azure.Data.Tables;
using Hub.Register.Log;
using Hub.Register.Laws;
using Hub.Register.Records;

namespace Hub.Azure.Tables.Register;

/// <summary>A commit as one entity group transaction, and how its rows are named.</summary>
internal static class RegisterTransaction
{
    /// <summary>The prefixes of the rows that hold records as they are now.</summary>
    public static IReadOnlyList<string> RecordPrefixes { get; } = ["authority", "member", "state", "law"];

    /// <summary>The row of an event.</summary>
    public static string EventRow(long sequence) => $"event-{sequence:D12}";

    /// <summary>The row of an authority as it is now.</summary>
    public static string AuthorityRow(string id) => $"authority-{id}";

    /// <summary>The row of an earlier version of an authority.</summary>
    public static string VersionRow(string id, int version) => $"version-{id}-{version:D6}";

    /// <summary>The row that lets a notice be committed once only.</summary>
    public static string CommitRow(string noticeId) => $"commit-{noticeId}";

    /// <summary>The row of the record that an event is about; null for an edition, which changes none.</summary>
    public static string? RowOf(DirectoryEvent e) => (e.Facts, e.State) switch
    {
        ({ RecordId: { } id }, _) => AuthorityRow(id),
        ({ LawId: { } id }, _) => id,
        ({ Network: { } network }, { } state) => MemberRow(network, state.Value),
        (_, { } state) => $"state-{state}",
        (_, null) => null,
    };

    /// <summary>The transaction; its first action is the head's.</summary>
    public static IReadOnlyList<TableTransactionAction> Of(RegisterCommit commit, ETag headETag, string partition, string headRow)
    {
        var head = JsonEntity.Of(partition, headRow, commit.To);
        var last = new TableEntity(partition, CommitRow(commit.NoticeId)) { ["Last"] = commit.To.Sequence };
        return
        [
            commit.From.Sequence == 0
                ? new TableTransactionAction(TableTransactionActionType.Add, head)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, head, headETag),
            new TableTransactionAction(TableTransactionActionType.Add, last),
            .. commit.Events.Select(
                e => new TableTransactionAction(TableTransactionActionType.Add, JsonEntity.Of(partition, EventRow(e.Sequence), e))),
            .. Records(commit, partition).Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)),
        ];
    }

    /// <summary>The record that a row holds; null for rows of another kind.</summary>
    public static RecordWrite? WriteOf(TableEntity entity) => entity.RowKey[..entity.RowKey.IndexOf('-', StringComparison.Ordinal)] switch
    {
        "authority" => new AuthorityWrite(entity.Value<Authority>(), null),
        "member" => new MembershipWrite(entity.Value<Membership>()),
        "law" => new LawWrite(entity.Value<Law>(), null),
        "state" => new StateWrite(entity.Value<StateFacts>()),
        _ => null,
    };

    // A notice may touch a record twice: the transaction holds it once, as it is in the end.
    private static IEnumerable<TableEntity> Records(RegisterCommit commit, string partition)
    {
        var rows = new Dictionary<string, TableEntity>();
        foreach (var write in commit.Writes)
            foreach (var entity in Rows(write, partition))
                rows[entity.RowKey] = entity;
        return rows.Values;
    }

    private static IEnumerable<TableEntity> Rows(RecordWrite write, string partition) => write switch
    {
        AuthorityWrite(var authority, null) => [JsonEntity.Of(partition, AuthorityRow(authority.Id), authority)],
        AuthorityWrite(var authority, { } old) =>
            [
                JsonEntity.Of(partition, AuthorityRow(authority.Id), authority),
                JsonEntity.Of(partition, VersionRow(old.Id, old.Version), old),
            ],
        LawWrite(var law, var old) =>
            [
                JsonEntity.Of(partition, law.LawId, law),
                .. old is null ? [] : new[] { JsonEntity.Of(partition, VersionRow(old.LawId, old.Version), old) },
            ],
        MembershipWrite(var member) => [JsonEntity.Of(partition, MemberRow(member.Network, member.State.Value), member)],
        StateWrite(var facts) => [JsonEntity.Of(partition, $"state-{facts.State}", facts)],
        _ => throw new NotSupportedException(write.GetType().Name),
    };

    private static string MemberRow(string network, string state) => $"member-{network}-{state}";
}
