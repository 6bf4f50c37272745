using Hub.Intake.Files.Text;
using Hub.Intake.Mails.Kinds;
using Hub.Intake.Mails.Senders;
using Hub.Intake.Notes;
using Hub.Notices;
using Hub.Notices.Rules;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Intake.Mails.Classification;

/// <summary>Judges a mail: who sent it, what it is, what it says. Pure: the same mail, judged again, is judged the same.</summary>
/// <param name="data">What comes with the hub.</param>
public sealed class MailClassifier(ReferenceData data)
{
    /// <summary>Whether it is certain who sent a mail; what anybody else sent is not opened.</summary>
    public static bool IsOfKnown(ParsedMail mail, Correspondents correspondents) =>
        SenderCheck.Of(mail, correspondents) is SenderVerdict.Known;

    /// <summary>What to make of a mail, and of those of its files that were opened.</summary>
    public MailVerdict Judge(
        ParsedMail mail, IReadOnlyList<OpenedFile> files, Correspondents correspondents, RegisterSnapshot register, DateTimeOffset now)
    {
        var (sender, references, body) = (SenderCheck.Of(mail, correspondents), ReferenceParser.Of(mail), MailBody.Of(mail));
        var office = OfficeOf(sender);
        var (matcher, day) = (new NoticeMatcher(data, register), DateOnly.FromDateTime(now.UtcDateTime));
        var understood = matcher.In(mail, files, office?.State, day);
        var found = office is not null && understood.All(n => n.Form["kind"] is null) ? matcher.Draft(mail, files, office.State, day) : null;
        var kind = new MailKindRules(
            mail, body, references, bringsNotice: understood.Count > 0, onlyThanks: NoticeMatcher.OnlyThanks(body.Own)).Kind();
        var isNotice = kind is MailKind.Notice or MailKind.Reply;
        if (kind == MailKind.Notice && understood.Count == 0)
            understood = [NoticeMatcher.Unread(mail, office?.State)];
        return new(
            Doubted(sender, mail, kind), kind, references, LanguageOf(body, understood), isNotice ? understood : [],
            isNotice ? [.. mail.Files.Select(f => new SubmittedFile(f.Name, f.MediaType, f.Open))] : [])
        {
            Found = found,
        };
    }

    /// <summary>A notice begun of what is found in a mail of an office; null where nothing is.</summary>
    public UnderstoodNotice? Draft(
        ParsedMail mail, IReadOnlyList<OpenedFile> files, Office office, RegisterSnapshot register, DateTimeOffset at) =>
        new NoticeMatcher(data, register).Draft(mail, files, office.State, DateOnly.FromDateTime(at.UtcDateTime));

    private static Office? OfficeOf(SenderVerdict sender) => sender switch
    {
        SenderVerdict.Known known => known.Office,
        SenderVerdict.Held held => held.Claimed,
        _ => null,
    };

    // Offices without a mailbox of their own write from free ones (R26): what looks like a notice is asked about, not thrown away.
    private static SenderVerdict Doubted(SenderVerdict sender, ParsedMail mail, MailKind kind) =>
        sender is SenderVerdict.Unknown && kind == MailKind.Notice && mail.From.FirstOrDefault(f => Webmail.Has(f.Domain)) is { } free
            ? new SenderVerdict.Held([new(DoubtReason.FreeMail, free.Address)], null) { HasFailed = sender.HasFailed }
            : sender;

    private static Language? LanguageOf(MailBody body, IReadOnlyList<UnderstoodNotice> understood) =>
        understood.Select(n => (string?)n.Form["language"]).FirstOrDefault(l => l is not null) is { } tag
        && Codes.TryParse<Language>(tag, out var language)
            ? language
            : LanguageDetector.Of(string.Join('\n', body.Passed.Prepend(body.Own))).Language;
}
