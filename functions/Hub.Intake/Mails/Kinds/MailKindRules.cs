using System.Text.RegularExpressions;

namespace Hub.Intake.Mails.Kinds;

/// <summary>Tells what a mail is. A notice that comes oddly is still a notice: only what brings none is anything else.</summary>
/// <param name="mail">The mail.</param>
/// <param name="body">Its text.</param>
/// <param name="references">What it belongs to.</param>
/// <param name="bringsNotice">Whether a notice was understood from it.</param>
/// <param name="onlyThanks">Whether each sentence of it thanks or wishes well.</param>
internal sealed partial class MailKindRules(
    ParsedMail mail, MailBody body, MailReferences references, bool bringsNotice, bool onlyThanks)
{
    private const int LongestThanks = 300;

    /// <summary>What it is.</summary>
    public MailKind Kind() =>
        IsReport() ? MailKind.Bounce
        : IsAutomatic() ? MailKind.AutoReply
        : IsCalendar() ? MailKind.Calendar
        : onlyThanks && IsAlone() ? MailKind.Thanks
        : IsAnswer() ? MailKind.Reply
        : bringsNotice || IsNote() ? MailKind.Notice
        : IsList() ? MailKind.Newsletter
        : IsThanks() ? MailKind.Thanks
        : mail.Files.Count > 0 ? MailKind.Notice
        : !HasText() ? MailKind.Empty
        : MailKind.Other;

    // RFC 3464, RFC 8098, and mail systems that write neither: they write from nowhere, or under names nobody else has.
    private bool IsReport() => mail.MediaTypes.Any(t => t is "message/delivery-status" or "message/disposition-notification")
        || mail.Header("X-Failed-Recipients").Any() || mail.Header("X-MS-Exchange-Message-Is-Ndr").Any()
        || mail.From.Any(f => Daemon().IsMatch(f.Address))
        || (mail.Subject.Has(MailPhrase.BounceSubject) && mail.Header("Return-Path").Any(v => v.Trim() == "<>"));

    // A machine that scans a note and sends it answers nobody (RFC 3834 §5: auto-generated).
    private bool IsAutomatic() => IsSubmitted("auto-replied") || Says("Precedence", "auto_reply")
        || mail.Header("X-Autoreply").Concat(mail.Header("X-Autorespond")).Any(v => !v.Equals("no", StringComparison.OrdinalIgnoreCase))
        || (!BringsAnything() && (IsSubmitted("auto-") || mail.Subject.Has(MailPhrase.AutoSubject)));

    private bool IsCalendar() => !bringsNotice && mail.MediaTypes.Contains("text/calendar")
        && mail.Files.All(f => f.MediaType is "text/calendar" or "application/ics");

    private bool IsList() => mail.Header("List-Id").Any() || mail.Header("List-Unsubscribe").Any()
        || Says("Precedence", "bulk") || Says("Precedence", "list") || Says("Precedence", "junk");

    private bool IsAnswer() => !IsThanks() && (HasText() || mail.Files.Count > 0)
        && (references.Notices.Count > 0 || (!bringsNotice && mail.InReplyTo.Count > 0 && mail.Subject.Has(MailPhrase.ReplyPrefix)));

    // The text is all that it brings.
    private bool IsAlone() =>
        !mail.Defects.Contains(MailDefect.UnsureText) && mail.Files.Count == 0 && body.Passed.Count == 0 && mail.Forwarded.Count == 0;

    private bool IsThanks() =>
        IsAlone()
        && body.Own.Length is > 0 and < LongestThanks
        && body.Own.Has(MailPhrase.Thanks)
        && !body.Own.Has(MailPhrase.Business)
        && !Facts().IsMatch(body.Own);

    // In a language that notes are not read in: a person reads it.
    private bool IsNote() => body.Passed.Prepend(body.Own).Any(t => t.ReplaceLineEndings(" ").Has(MailPhrase.Compliments));

    private bool HasText() =>
        body.Own.Any(char.IsLetterOrDigit) || body.Passed.Count > 0 || mail.Defects.Contains(MailDefect.UnsureText);

    private bool BringsAnything() => bringsNotice || mail.Files.Count > 0;

    private bool IsSubmitted(string how) =>
        mail.Header("Auto-Submitted").Any(v => v.TrimStart().StartsWith(how, StringComparison.OrdinalIgnoreCase));

    private bool Says(string header, string value) =>
        mail.Header(header).Any(v => v.Trim().Equals(value, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        "^(?:mailer-daemon|postmaster|mail-daemon|microsoftexchange[0-9a-f]*)@",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Daemon();

    // Numbers and addresses: more than thanks.
    [GeneratedRegex(@"\d{3}|\d[:.h]\d|@", RegexOptions.NonBacktracking)]
    private static partial Regex Facts();
}
