using System.Globalization;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Register.States;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Work.Runner;

namespace Hub.Notices.Outbox;

/// <summary>One mail to one recipient.</summary>
/// <param name="Id">The recipient and the events it covers; a mailbox sends a mail of an id once (I4).</param>
/// <param name="To">The recipient's address.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Html">Body as HTML.</param>
/// <param name="Text">The same as text.</param>
public sealed record MailMessage(string Id, string To, string Subject, string Html, string Text) : Confidential
{
    /// <summary>Subject, in characters that a mail can carry.</summary>
    public string Subject { get; init; } = WritableText.Of(Subject);

    /// <summary>Body as HTML.</summary>
    public string Html { get; init; } = WritableText.Of(Html);

    /// <summary>The same as text.</summary>
    public string Text { get; init; } = WritableText.Of(Text);

    /// <summary>
    /// The message in the mailbox that it answers: it goes in that message's thread, as plain text alone, which shows the same everywhere
    /// and in which nothing quoted can act. Null for a mail of its own.
    /// </summary>
    public string? Answers { get; init; }

    /// <summary>The id of the mail that tells a recipient of the events after one up to another.</summary>
    public static string IdOf(string recipient, long after, long upTo) =>
        string.Create(CultureInfo.InvariantCulture, $"{recipient}:{after + 1:D12}-{upTo:D12}");

    /// <summary>What the id of a mail that tells of events says before them, and the first and last of them; null for others.</summary>
    public static (string Before, long From, long UpTo)? RangeOf(string id) =>
        id.LastIndexOf(':') is >= 0 and var colon && id[(colon + 1)..].Split('-') is [var first, var last]
        && long.TryParse(first, CultureInfo.InvariantCulture, out var from)
        && long.TryParse(last, CultureInfo.InvariantCulture, out var upTo)
            ? (id[..colon], from, upTo)
            : null;

    /// <summary>Whether the mail of an id tells of an event.</summary>
    public static bool Covers(string id, long sequence) =>
        RangeOf(id) is var (_, from, upTo) && from <= sequence && sequence <= upTo;
}

/// <summary>The personal links of a recipient that stand at the end of its mails.</summary>
/// <param name="Preferences">To what it is told.</param>
/// <param name="Confirmation">To its own record; for authorities only.</param>
/// <param name="Editions">To the editions that the mail announces.</param>
public sealed record RecipientLinks(Uri Preferences, Uri? Confirmation, IReadOnlyDictionary<EditionId, Uri> Editions)
{
    /// <summary>The laws of its State that are not to be had at their address any more.</summary>
    public IReadOnlyList<DeadLaw> Dead { get; init; } = [];
}

/// <summary>A law that is not to be had at its address any more.</summary>
/// <param name="Title">Its title, as it was enacted.</param>
/// <param name="Address">The address.</param>
public sealed record DeadLaw(string Title, string Address);

/// <summary>A record that a recipient is asked about.</summary>
/// <param name="Record">The record: it is confirmed as a whole, so it is shown as a whole.</param>
/// <param name="LastConfirmed">The day on which it was last known to be right.</param>
/// <param name="UnconfirmedFrom">It is shown as not confirmed after this day.</param>
/// <param name="Link">The recipient's own link to it.</param>
public sealed record RecordToConfirm(Authority Record, DateOnly LastConfirmed, DateOnly UnconfirmedFrom, Uri Link) : Confidential;

/// <summary>Writes mails.</summary>
public interface IMailWriter
{
    /// <summary>The mail that tells a recipient of changes, in its language.</summary>
    MailMessage Changes(string id, Recipient recipient, IReadOnlyList<DirectoryChange> changes, RecipientLinks links);

    /// <summary>The mail that asks a recipient to confirm records, in its language.</summary>
    MailMessage Confirmation(string id, Recipient recipient, IReadOnlyList<RecordToConfirm> records);

    /// <summary>The mail that asks a recipient whether its State stands by a notice that came in on a day, in its language.</summary>
    MailMessage HeldNotice(string id, Recipient recipient, string notice, DateOnly receivedOn, Uri link);

    /// <summary>The mail that brings a recipient a fresh link, in its language.</summary>
    MailMessage FreshLink(string id, Recipient recipient, Uri link);

    /// <summary>The mail with which somebody signs in, in the language of whoever has the address.</summary>
    MailMessage SignIn(string id, SignInMail mail);
}

/// <summary>What the mail says with which somebody signs in.</summary>
/// <param name="Address">The address.</param>
/// <param name="Name">How whoever has it is addressed.</param>
/// <param name="Language">The language it reads.</param>
/// <param name="Code">The code.</param>
/// <param name="Link">The link.</param>
public sealed record SignInMail(string Address, string Name, Language Language, string Code, Uri Link) : Confidential;

/// <summary>Sends from a mailbox, in two parts: whoever keeps the draft's id in between never sends a mail twice.</summary>
public interface IMailSender
{
    /// <summary>
    /// Makes a draft of a mail, or says what went wrong. Where an earlier try ended in doubt, the mailbox is asked first for
    /// one of this mail's id.
    /// </summary>
    Task<(MailDraft? Draft, Step.Failed? Failed)> Draft(string mailbox, MailMessage message, bool inDoubt, CancellationToken cancel);

    /// <summary>
    /// Sends a draft once. Where an earlier try ended in doubt, the mailbox is asked first what became of it. Null means sent.
    /// </summary>
    Task<Step.Failed?> Send(string mailbox, string draft, bool inDoubt, CancellationToken cancel);
}
