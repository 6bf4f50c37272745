using Hub.Intake.Files.Reading;
using Hub.Intake.Mails;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;

namespace Hub.Intake.Inbox.ByHand;

/// <summary>What came of something that was entered from a mail.</summary>
/// <param name="Result">What became of the notice.</param>
/// <param name="IsSettled">Whether the mail is settled with it.</param>
public sealed record EnteredResult(SubmissionResult Result, bool IsSettled);

/// <summary>
/// Takes what a person of the Secretariat entered for a State, as <c>POST /api/notices</c> takes what a State sends. What was entered from
/// a mail that no parser could read is that mail's: it has its files, and the mail is settled with it.
/// </summary>
public sealed class EnteredNotices(
    NoticeIntake intake, NoticeFlow flow, IMailStore mails, MailArchive archive, IMailParser parser, IOutbox outbox, TimeProvider clock)
{
    /// <summary>Whether a notice can still be made of a mail.</summary>
    public static bool IsToEnter(MailRecord mail) =>
        mail is { Fate: InboundMailStatus.ToRead, EmptiedAt: null, Asks: null or { Kind: PageRequestKind.Error } };

    /// <summary>
    /// By which roads something can have come that is entered: from a mail, or from none. What was typed on a page anybody may have typed:
    /// it is a State's once somebody called back, and before that it is at most why the Secretariat mends something of its own.
    /// </summary>
    public static IReadOnlyList<EntryRoad> Roads(MailRecord? mail) => mail switch
    {
        null => [EntryRoad.Paper, EntryRoad.Telephone, EntryRoad.Own],
        { IsTyped: false } => [EntryRoad.Mail],
        { Decision.Kind: MailDecisionKind.Release } => [EntryRoad.Page, EntryRoad.Own],
        _ => [EntryRoad.Own],
    };

    /// <summary>Takes what was entered from no mail.</summary>
    public async Task<SubmissionResult> Accept(Submission sent, CancellationToken cancel) =>
        await Checked(await intake.Accept(sent, cancel), cancel);

    /// <summary>
    /// Takes what was entered from a mail; null where it no longer waits for that. Where a colleague decided about the mail at the same
    /// moment, the notice is made all the same, and the mail stays as the colleague left it.
    /// </summary>
    public async Task<EnteredResult?> Accept(Submission sent, string id, CancellationToken cancel)
    {
        if (await mails.Find(id, cancel) is not { } mail || !IsToEnter(mail)
            || sent.Entered is not { } road || !Roads(mail).Contains(road))
            return null;
        var result = await Checked(
            await intake.Accept(
                sent with
                {
                    // That the office wrote it is the word of whoever called back: it is not counted a second time.
                    Sender = sent.Sender.SetByAll(
                        mail.Decision is { Kind: MailDecisionKind.Release } by ? by.MadeBy ?? by.Reviewer : null),
                    // One of a mail, however often it is sent and by whom: whoever comes second is shown the first.
                    IdempotencyKey = $"entered-{id}",
                    Mail = new(id, mail.Language, [], []),
                    Files = [.. await Files(mail, cancel), .. sent.Files],
                },
                cancel),
            cancel);
        return new(result, result switch
        {
            SubmissionResult.Accepted { Notice.Id: var made } => await Settle(mail, made, cancel),
            SubmissionResult.Repeated { Notice.Id: var again } => await Settle(mail, again, cancel),
            SubmissionResult.KeyReused(var first) => await Settle(mail, first, cancel),
            _ => false,
        });
    }

    // Checked at once, so that whoever entered it is shown where it stands; where that fails, it is tried again like any other.
    private async Task<SubmissionResult> Checked(SubmissionResult result, CancellationToken cancel) =>
        result is SubmissionResult.Accepted(var notice) && await flow.Advance(notice.Id, cancel) is { } routed
            ? new SubmissionResult.Accepted(routed)
            : result;

    private async Task<IEnumerable<SubmittedFile>> Files(MailRecord mail, CancellationToken cancel)
    {
        try
        {
            var read = await parser.Parse(await archive.Open(mail, cancel), cancel);
            return read.Files.Select(f => new SubmittedFile(f.Name, f.MediaType, f.Open));
        }
        catch (Exception e) when (e is InvalidDataException or FileReaderUnavailableException)
        {
            // The mail itself stays among the originals, and is linked.
            return [];
        }
    }

    // Whether the mail is its notice's.
    private async Task<bool> Settle(MailRecord found, string notice, CancellationToken cancel)
    {
        for (var mail = found; mail is not null && IsToEnter(mail); mail = await mails.Find(mail.Id, cancel))
        {
            // Due once more: it is still to be moved within its mailbox.
            var settled = mail.Now(InboundMailStatus.Notice) with { Notices = [.. mail.Notices, notice], DueAt = clock.GetUtcNow() };
            await Note(settled, cancel);
            // The reply first: it waits until its mail is settled, and done again after a crash it is the same one.
            if (mail is { Sender: not null, From: not null })
                await outbox.Add([OutboxMails.Reply(OutboxKind.Acknowledgement, mail.Id, mail.Mailbox, clock.GetUtcNow())], cancel);
            if (await mails.Save(settled, cancel) is not null)
                return true;
        }
        return (await mails.Find(found.Id, cancel))?.Notices.Contains(notice) == true;
    }

    // What is answered to this mail finds its notice.
    private async Task Note(MailRecord mail, CancellationToken cancel)
    {
        if (mail.MessageId is { } id)
            await mails.Note(MailKey.Message(id), mail.Id, cancel);
        if (mail.Conversation is { } conversation)
            await mails.Note(MailKey.Conversation(conversation), mail.Id, cancel);
    }
}
