using Hub.Notices.AccessLinks;
using Hub.Notices.Recipients;

namespace Hub.Delivery.Mail;

/// <summary>Sends a reader a fresh link in place of one that expired: to the address on file, once an hour at most.</summary>
public sealed class LinkRenewal(
    ReaderDesk desk, IChoiceStore choices, IRosterStore rosters, PersonalLinks links, IMailWriter writer, IMailSender sender,
    TimeProvider clock)
{
    private static readonly TimeSpan Least = TimeSpan.FromHours(1);

    /// <summary>Sends it, where one is due.</summary>
    public async Task Renew(PersonalLink expired, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await desk.Find(expired.Reader, cancel) is not { } reader || await choices.Find(reader.Id, cancel) is not { } choice
            || choice.LinkRenewedAt + Least > now || await rosters.Read(cancel) is not { IsSettled: true } roster)
            return;
        // Kept before it is sent: whoever asks twice at once, or again after a crash, gets one mail.
        if (!await choices.Save(choice with { LinkRenewedAt = now }, cancel))
            return;
        var link = await links.To(expired.Purpose, reader.Holder(), expired.Subject, now, cancel);
        var mailbox = roster.Terms[^1].SenderOf(reader.Id);
        var mail = writer.FreshLink($"{reader.Id}:link-{now:yyyyMMddHHmmss}", reader, link);
        if (await sender.Draft(mailbox, mail, inDoubt: false, cancel) is (Draft: { } draft, _))
            await sender.Send(mailbox, draft.Id, inDoubt: false, cancel);
    }
}
