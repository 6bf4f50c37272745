using System.Globalization;
using Hub.Notices.AccessLinks;
using Hub.Register.Json;

namespace Hub.Notices.Outbox;

/// <summary>Makes the rows of all kinds: the one place where ids are.</summary>
public static class OutboxMails
{
    /// <summary>What stands before the id of every mail to a partner.</summary>
    public const string PartnerPrefix = "partner:";

    private const string ReplyPrefix = "answer:";

    /// <summary>The row of a recipient's changes, which has nothing to tell yet.</summary>
    public static OutboxMail Changes(string recipient, DateTimeOffset now) =>
        New($"{recipient}:changes", OutboxKind.Changes, recipient, now) with { State = OutboxState.Sent, DueAt = null };

    /// <summary>Events told to a recipient once more.</summary>
    public static OutboxMail Resend(string recipient, long from, long upTo, DateTimeOffset now) =>
        New(string.Create(CultureInfo.InvariantCulture, $"{recipient}:again-{from:D12}-{upTo:D12}"), OutboxKind.Resend, recipient, now)
            with { ToldUpTo = from - 1, UpTo = upTo };

    /// <summary>The question whether records are still right: one mail a day, however often it is asked for.</summary>
    public static OutboxMail Confirmation(string recipient, DateOnly day, DateTimeOffset now) => New(
        $"{recipient}:confirmation-{OutboxMail.Moment(new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero))}", OutboxKind.Confirmation,
        recipient, now);

    /// <summary>The question whether an office stands by a notice, asked since a time.</summary>
    public static OutboxMail HeldNotice(string recipient, string notice, DateTimeOffset since, DateTimeOffset now) =>
        New($"{recipient}:held-{notice}-{OutboxMail.Moment(since)}", OutboxKind.HeldNotice, recipient, now) with { About = notice };

    /// <summary>A fresh access link in place of one that expired.</summary>
    public static OutboxMail Link(AccessLink expired, DateTimeOffset now) =>
        New($"{expired.Recipient}:link-{OutboxMail.Moment(now)}", OutboxKind.Link, expired.Recipient, now) with
        {
            About = $"{expired.Purpose.Code()} {expired.Subject}",
        };

    /// <summary>The link and the code for whoever asked to sign in; to whom, the ask says.</summary>
    public static OutboxMail SignIn(string ask, DateTimeOffset now) => New($"sign-in:{ask}", OutboxKind.SignIn, ask, now);

    /// <summary>A reply to a mail that came to a mailbox.</summary>
    public static OutboxMail Reply(OutboxKind kind, string mail, string mailbox, DateTimeOffset now) =>
        New($"{RepliesTo(mail)}{kind.Code().ToLowerInvariant()}", kind, mail, now) with { Mailbox = mailbox };

    /// <summary>The reply to a mail that says where its notice stands now.</summary>
    public static OutboxMail News(string mail, string mailbox, string notice, string mark, DateTimeOffset now) =>
        New($"{RepliesTo(mail)}word-{notice}-{mark}", OutboxKind.NoticeNews, mail, now) with
        {
            Mailbox = mailbox, About = notice, Tells = new Dictionary<string, string> { [notice] = mark },
        };

    /// <summary>What the ids of all replies to a mail begin with.</summary>
    public static string RepliesTo(string mail) => $"{ReplyPrefix}{mail}:";

    /// <summary>Whether the reply of an id says that something came in and nothing else.</summary>
    public static bool IsReceipt(string id) => id.EndsWith(":receipt", StringComparison.Ordinal);

    /// <summary>The warning that an endpoint has failed since a time: one for each stage.</summary>
    public static OutboxMail Warning(string partner, string endpoint, DateTimeOffset since, int stage, DateTimeOffset now) =>
        New($"{PartnerPrefix}{endpoint}:failing-{OutboxMail.Moment(since)}-{stage}", OutboxKind.PartnerWarning, partner, since) with
        {
            About = endpoint, DueAt = now,
        };

    /// <summary>The code by which a partner confirms another address of an endpoint.</summary>
    public static OutboxMail Code(string partner, string endpoint, string codeHash, DateTimeOffset now) =>
        New($"{PartnerPrefix}{endpoint}:url-{codeHash[..16]}", OutboxKind.EndpointCode, partner, now) with { About = endpoint };

    /// <summary>The question to a partner whether a State belongs to its network, as a notice says.</summary>
    public static OutboxMail Claim(string partner, string notice, string network, DateTimeOffset now) =>
        New($"{PartnerPrefix}{partner}:claim-{notice}-{network}", OutboxKind.NetworkClaim, partner, now) with
        {
            About = $"{notice} {network}",
        };

    private static OutboxMail New(string id, OutboxKind kind, string recipient, DateTimeOffset now) =>
        new() { Id = id, Kind = kind, Recipient = recipient, AskedAt = now, DueAt = now };
}
