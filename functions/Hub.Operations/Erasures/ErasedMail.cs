using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Intake.Inbox;
using Hub.Notices.Outbox;
using Hub.Register.Json;

namespace Hub.Operations.Erasures;

/// <summary>A mail without personal data: what it was, when it came and what became of it stay.</summary>
public static class ErasedMail
{
    /// <summary>Whether the hub or a person has still to do something about it.</summary>
    public static bool IsOpen(MailRecord mail, IEnumerable<OutboxMail> replies) =>
        mail.DueAt is not null
        || mail.Fate is InboundMailStatus.Received or InboundMailStatus.Held or InboundMailStatus.ToRead
        || replies.Any(r => r.IsOpen());

    /// <summary>Whether it names a person.</summary>
    public static bool Names(MailRecord mail, PersonalTerms terms) => ErasedJson.Names(
        JsonSerializer.SerializeToNode(
            new
            {
                mail.From, mail.Subject, mail.MessageId, mail.Asks?.Office, Reasons = mail.Reasons.Select(r => r.Detail), mail.Sender?.Name,
                mail.Decision?.CalledBack, mail.Decision?.Number, mail.Decision?.Reason, mail.Decision?.Reviewer,
            },
            HubJson.Options),
        terms);

    /// <summary>A mail without everything personal; what is left of one that names a person would still tell who wrote it.</summary>
    public static MailRecord Of(MailRecord mail, DateTimeOffset now) => mail with
    {
        From = null,
        Subject = null,
        MessageId = null,
        Asks = mail.Asks is null ? null : mail.Asks with { Office = null },
        Reasons = [.. mail.Reasons.Select(r => r with { Detail = "" })],
        Sender = mail.Sender is null ? null : ErasedNotice.Nameless(mail.Sender),
        Decision = mail.Decision is null ? null : mail.Decision with { CalledBack = null, Number = null, Reason = null },
        ErasedAt = mail.ErasedAt ?? now,
    };

    /// <summary>Whether erasing it would change anything.</summary>
    public static bool IsClean(MailRecord mail) => mail.ErasedAt is { } at && JsonNode.DeepEquals(Node(mail), Node(Of(mail, at)));

    private static JsonNode? Node(MailRecord mail) => JsonSerializer.SerializeToNode(mail, HubJson.Options);
}
