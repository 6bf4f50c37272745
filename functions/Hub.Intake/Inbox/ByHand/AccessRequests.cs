using Hub.Intake.Mails.Kinds;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.States;
using MimeKit;

namespace Hub.Intake.Inbox.ByHand;

/// <summary>What somebody writes who asks for access.</summary>
/// <param name="Name">Who asks.</param>
/// <param name="Office">The office.</param>
/// <param name="State">Its State, by its English name.</param>
/// <param name="Address">Where the office is reached.</param>
/// <param name="Why">Why.</param>
/// <param name="Language">The language of the page that it was typed on.</param>
public sealed record AccessRequest(string Name, string Office, string State, string Address, string Why, Language Language) : Confidential;

/// <summary>
/// Puts requests for access among the mails that a person of the Secretariat reads, as if their authors had written them: kept, shown,
/// dismissed and forgotten as those are. Who wrote one is not known; nothing is answered by itself.
/// </summary>
public sealed class AccessRequests(
    IMailStore mails, IOriginalStore originals, MailroomSettings settings, IIdentifiers identifiers, TimeProvider clock)
{
    /// <summary>Takes one.</summary>
    public async Task Take(AccessRequest request, CancellationToken cancel)
    {
        var mailbox = settings.Inboxes.Count > 0 ? settings.Inboxes[0] : settings.OwnAddresses[0];
        var message = $"{MailRecord.TypedPrefix}{identifiers.New()}";
        var (id, now) = (MailRecord.IdOf(mailbox, message), clock.GetUtcNow());
        var subject = $"Access to the directory: {request.Office} ({request.State})";
        await originals.Keep(MailRecord.OriginalOf(id), Text(request, subject, mailbox, now), "message/rfc822", cancel);
        await mails.Add(
            new()
            {
                Id = id, Mailbox = mailbox, Message = message, ReceivedAt = now, Fate = InboundMailStatus.ToRead, Kind = MailKind.Other,
                From = request.Address, Subject = subject, Language = request.Language,
            },
            cancel);
    }

    private static byte[] Text(AccessRequest request, string subject, string mailbox, DateTimeOffset now)
    {
        using var mail = new MimeMessage
        {
            Subject = subject, Date = now,
            Body = new TextPart("plain")
            {
                Text = $"Typed on the page that asks for access; nobody has made sure who wrote it.\n\nName: {request.Name}\n"
                    + $"Office: {request.Office}\nState: {request.State}\nMail address: {request.Address}\n\n{request.Why}\n",
            },
        };
        mail.From.Add(new MailboxAddress(request.Name, request.Address));
        mail.To.Add(new MailboxAddress("", mailbox));
        using var written = new MemoryStream();
        mail.WriteTo(written);
        return written.ToArray();
    }
}
