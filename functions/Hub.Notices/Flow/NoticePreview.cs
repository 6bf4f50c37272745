using Hub.Notices.Parsing;
using Hub.Notices.Rules;
using Hub.Register.Log;

namespace Hub.Notices.Flow;

/// <summary>What readers would be told of a notice if it were approved on the register as it stands.</summary>
public sealed class NoticePreview(IRegisterStore register, ReferenceData data, IIdentifiers ids, TimeProvider clock)
{
    /// <summary>The changes; none where it could not be approved as it is.</summary>
    public async Task<IReadOnlyList<DirectoryChange>> Of(Notice notice, CancellationToken cancel)
    {
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var understood = NoticeParser.Read(notice.Form, notice.Sender, notice.ReceivedAt, data.With(snapshot));
        if (understood.Obstacle() is not null)
            return [];
        var approved = new ApprovedNotice(
            notice.Id, notice.State, understood.Changes, understood.Form!.NoteDate, Quiet: false, notice.Sender.Role, []);
        var commit = CommitBuilder.Build(snapshot, approved, clock.GetUtcNow(), ids);
        return [.. commit.Events.Zip(commit.Writes, Told)];
    }

    private static DirectoryChange Told(DirectoryEvent e, RecordWrite write) =>
        write is AuthorityWrite(var after, var before) ? new(e, before, after) : new(e, null, null);
}
