using Hub.Notices.Outbox;

namespace Hub.Intake.Inbox.Replies;

/// <summary>How much one address is answered: receipts once a day, everything so many times a day, whoever asks and however fast.</summary>
public sealed class SenderLimits(IMailStore mails, MailroomSettings settings, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Whether a reply may go, and counts it if so; asked again for the same one, the same.</summary>
    public async Task<bool> Allow(MailRecord mail, OutboxMail reply, CancellationToken cancel)
    {
        if (mail.From is not { } address)
            return false;
        for (var i = 0; i < Tries; i++)
        {
            var tally = await mails.Tally(address, cancel);
            var recent = tally.Answers.Where(a => a.At > clock.GetUtcNow() - settings.Day).ToList();
            if (recent.Any(a => a.Id == reply.Id))
                return true;
            if (recent.Count >= MailroomSettings.AnswersADay
                || (reply.Kind == OutboxKind.Receipt && recent.Any(a => OutboxMails.IsReceipt(a.Id))))
                return false;
            // Two answers to one address at the same time: the second looks again.
            if (await mails.Save(tally with { Answers = [.. recent, new(reply.Id, clock.GetUtcNow())] }, cancel))
                return true;
        }
        throw new InvalidOperationException("The answers to one address are counted by too many at once.");
    }
}
