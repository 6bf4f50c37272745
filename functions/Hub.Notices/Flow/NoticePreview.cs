using System.Text.Json.Nodes;
using Hub.Notices.Access;
using Hub.Notices.Parsing;
using Hub.Notices.Rules;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Problems;

namespace Hub.Notices.Flow;

/// <summary>What would become of a form.</summary>
/// <param name="Problems">What is wrong with it, gravest first.</param>
/// <param name="Changes">What it would change; nothing where it could not be approved as it is.</param>
public sealed record NoticeTrial(IReadOnlyList<Problem> Problems, IReadOnlyList<DirectoryChange> Changes) : Confidential;

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
        return [.. commit.Events.Zip(commit.Writes, DirectoryChange.Of)];
    }

    /// <summary>How many reviewers have to approve it.</summary>
    public async Task<int> Reviewers(Notice notice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        return NoticeParser.Read(notice.Form, notice.Sender, notice.ReceivedAt, data.With(snapshot)).Reviewers;
    }

    /// <summary>What would be wrong with a form if somebody sent it now, and what it would change.</summary>
    public async Task<NoticeTrial> Try(JsonObject form, Caller sender, DateTimeOffset receivedAt, CancellationToken cancel)
    {
        var snapshot = await register.Read(TimeSpan.Zero, cancel);
        var understood = NoticeParser.Read(form, sender, receivedAt, data.With(snapshot));
        return new(
            understood.Problems,
            understood.State is { } state
                ? await Of(
                    new()
                    {
                        Id = $"{state}-trial", State = state, Sender = sender, ReceivedAt = receivedAt, Status = NoticeStatus.Received, Form = form,
                    },
                    cancel)
                : []);
    }
}
