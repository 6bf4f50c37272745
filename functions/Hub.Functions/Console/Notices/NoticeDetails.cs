using Hub.Intake.Files.Reading;
using Hub.Intake.Inbox;
using Hub.Intake.Mails;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Colleagues;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;
using Hub.Notices.Rules;
using Hub.Pages.Console.Notices;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Functions.Console.Notices;

/// <summary>Gathers everything that is shown of a notice.</summary>
public sealed class NoticeDetails(
    NoticePreview preview, INoticeStore notices, IRegisterStore register, IDocumentWorkStore works, MailTexts mails,
    SourceTexts texts, IHandlingStore handlings, IOutboxStore outbox, NetworkCatalog networks, StateCatalog states)
{
    /// <summary>What is shown of a notice to somebody.</summary>
    public async Task<NoticeDetail> Of(Notice notice, Caller caller, Language language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var snapshot = await register.Read(TimeSpan.Zero, cancel);
        var isGone = notice.ErasedAt is not null || notice.EmptiedAt is not null;
        var earlier = await Earlier(notice, cancel);
        var (mail, body) = await mails.Of(notice.Mail, cancel);
        var work = notice.Files.Count == 0 ? [] : await works.Of(notice.Id, cancel);
        var detail = new NoticeDetail(
            notice, states.Contains(notice.State) ? states[notice.State].Name(language) : notice.State.Value,
            isGone ? [] : await Changes(notice, cancel), networks);
        return detail with
        {
            Mail = mail,
            Body = body,
            Told = await Told(notice, cancel),
            CommittedAt = await CommittedAt(notice, cancel),
            Handling = await handlings.Find(notice.Id, cancel),
            Works = work,
            Texts = await texts.Of(notice, work, language, cancel),
            WhyNot = caller.HasOneOf(SecretariatRoles.Reviewer)
                ? Enum.GetValues<DecisionKind>().ToDictionary(k => k, k => Decisions.WhyNot(notice, caller, k))
                : new Dictionary<DecisionKind, NoticeRefusal?>(),
            Moved = isGone || !detail.IsOpen ? [] : await Moved(notice, snapshot, cancel),
            Earlier = earlier,
            EarlierBody = (await mails.Of(earlier?.Mail, cancel)).Body,
            Linked = notice.Linked is { } linked ? await notices.Find(linked, cancel) : null,
            Zone = snapshot.Of(notice.State).OrderByDescending(r => notice.BasedOn.ContainsKey(r.Id))
                .Select(r => r.Restricted.TimeZone).FirstOrDefault(z => z is not null),
            Names = snapshot.Of(notice.State).ToDictionary(r => r.Id, r => r.Name(language)),
            Reviewers = detail.IsOpen && !isGone ? await preview.Reviewers(notice, cancel) : 1,
            Versions = notice.BasedOn.Keys.Where(id => snapshot.VersionOf(id) is not null)
                .ToDictionary(id => id, id => snapshot.VersionOf(id)!.Value),
        };
    }

    private async Task<IReadOnlyList<OutboxMail>> Told(Notice notice, CancellationToken cancel) => notice.Mail is not { } mail ? []
        : [.. (await outbox.RepliesTo(mail, cancel)).Where(r => r.State == OutboxState.Sent && r.Tells?.ContainsKey(notice.Id) == true)];

    private Task<IReadOnlyList<DirectoryChange>> Changes(Notice notice, CancellationToken cancel) =>
        notice.Sequence is { } last ? register.MadeBy(notice.Id, last, cancel) : preview.Of(notice, cancel);

    private async Task<Notice?> Earlier(Notice notice, CancellationToken cancel) =>
        Notice.Amended(notice.Form) is { } id && Notice.StateOf(id) == notice.State ? await notices.Find(id, cancel) : null;

    private async Task<DateTimeOffset?> CommittedAt(Notice notice, CancellationToken cancel) => notice.Sequence is { } sequence
        && await register.ReadEvents(sequence - 1, 1, cancel) is [var change] ? change.Time : null;

    private async Task<IReadOnlyList<(Authority?, Authority?)>> Moved(
        Notice notice, RegisterSnapshot snapshot, CancellationToken cancel)
    {
        var moved = new List<(Authority?, Authority?)>();
        foreach (var id in NoticeFlow.StaleRecords(notice, snapshot))
            moved.Add((await register.ReadVersion(id, notice.BasedOn[id], cancel), snapshot.Authorities.GetValueOrDefault(id)));
        return moved;
    }
}

/// <summary>The texts of mails, as they are shown beside what was read in them.</summary>
public sealed class MailTexts(IMailStore mails, MailArchive archive, IMailParser parser)
{
    /// <summary>A mail, and its text; null where there is none, or where it cannot be read any more.</summary>
    public async Task<(MailRecord? Mail, string? Body)> Of(string? id, CancellationToken cancel)
    {
        if (id is null || await mails.Find(id, cancel) is not { } mail)
            return (null, null);
        if (mail.EmptiedAt is not null)
            return (mail, null);
        try
        {
            return (mail, (await parser.Parse(await archive.Open(mail, cancel), cancel)).Text);
        }
        catch (Exception e) when (e is InvalidDataException or FileReaderUnavailableException)
        {
            return (mail, null);
        }
    }
}
