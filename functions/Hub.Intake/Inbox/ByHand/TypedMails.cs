using System.Security.Cryptography;
using System.Text;
using Hub.Intake.Mails.Kinds;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.States;
using MimeKit;

namespace Hub.Intake.Inbox.ByHand;

/// <summary>What somebody typed on a page for the Secretariat to read.</summary>
/// <param name="Name">Who.</param>
/// <param name="Address">Where whoever typed it is reached; null where that is not known.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Text">The text.</param>
/// <param name="Language">The language of the page.</param>
public sealed record TypedMail(string Name, string? Address, string Subject, string Text, Language Language) : Confidential
{
    /// <summary>What makes it the same when it is sent twice; null where each is one of its own.</summary>
    public string? Key { get; init; }

    /// <summary>The State that it is about, or that whoever typed it says to be of; null for none.</summary>
    public StateCode? State { get; init; }

    /// <summary>What is asked for; null for nothing in particular.</summary>
    public PageRequest? Asks { get; init; }
}

/// <summary>
/// Puts what was typed on pages among the mails that a person of the Secretariat reads: kept, shown, dismissed and forgotten as those are.
/// Nothing is answered by itself.
/// </summary>
public sealed class TypedMails(
    IMailStore mails, IOriginalStore originals, MailroomSettings settings, IIdentifiers identifiers, TimeProvider clock)
{
    /// <summary>Takes one.</summary>
    public async Task Take(TypedMail typed, CancellationToken cancel)
    {
        var mailbox = settings.Inboxes.Count > 0 ? settings.Inboxes[0] : settings.OwnAddresses[0];
        var message = MailRecord.TypedPrefix + (typed.Key is { } key
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))) : identifiers.New());
        var (id, now) = (MailRecord.IdOf(mailbox, message), clock.GetUtcNow());
        await originals.Keep(MailRecord.OriginalOf(id), Written(typed, mailbox, now), "message/rfc822", cancel);
        await mails.Add(
            new()
            {
                Id = id, Mailbox = mailbox, Message = message, ReceivedAt = now, Fate = InboundMailStatus.ToRead, Kind = MailKind.Other,
                From = typed.Address, Subject = typed.Subject, Language = typed.Language, Claimed = typed.State, Asks = typed.Asks,
            },
            cancel);
    }

    private static byte[] Written(TypedMail typed, string mailbox, DateTimeOffset now)
    {
        using var mail = new MimeMessage { Subject = typed.Subject, Date = now, Body = new TextPart("plain") { Text = typed.Text } };
        mail.From.Add(new MailboxAddress(typed.Name, typed.Address ?? "directory@hub.invalid"));
        mail.To.Add(new MailboxAddress("", mailbox));
        using var written = new MemoryStream();
        mail.WriteTo(written);
        return written.ToArray();
    }
}
