using Hub.Intake.Forms;
using Hub.Intake.Forms.Reading;
using Hub.Intake.Mails;
using Hub.Intake.Mails.Kinds;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes;

/// <summary>A text that a mail brings.</summary>
/// <param name="Text">The text; empty where a form has none of its own.</param>
/// <param name="File">The file it is in; null for the mail's own.</param>
/// <param name="Subject">The subject of the mail it came in.</param>
/// <param name="Form">The designation form it is.</param>
internal sealed record MailText(string Text, string? File, string Subject, DesignationReading Form)
{
    /// <summary>Whether it was passed on in the mail.</summary>
    public bool IsPassedOn { get; init; }

    /// <summary>Which text it is, for whoever looks a place up in it.</summary>
    public string Part => File ?? (IsPassedOn ? "forwarded" : "body");
}

/// <summary>Gathers the texts of a mail: its own, those of mails passed on, those of its files.</summary>
internal static class MailTexts
{
    private const int MostTexts = 40;
    private const int MostCharacters = 400_000;

    /// <summary>The texts, those of the mail itself first; as many as a person would read.</summary>
    public static IEnumerable<MailText> Of(ParsedMail mail, IReadOnlyList<OpenedFile> files)
    {
        var (texts, characters) = (OfMails(mail).Concat(files.Select(f => new MailText(f.Text, f.Name, mail.Subject, f.Form))), 0);
        foreach (var text in texts.Take(MostTexts))
        {
            yield return text;
            characters += Math.Min(text.Text.Length, NoteText.Longest);
            if (characters > MostCharacters)
                yield break;
        }
    }

    // A text of which the hub sees something else than a person is for a person to read.
    private static IEnumerable<MailText> OfMails(ParsedMail mail)
    {
        if (mail.Defects.Contains(MailDefect.UnsureText))
            return [];
        var body = MailBody.Of(mail);
        return new[] { body.Own }.Select(t => (Text: t, IsPassedOn: false)).Concat(body.Passed.Select(t => (Text: t, IsPassedOn: true)))
            .Where(t => t.Text.Length > 0)
            .Select(t => new MailText(t.Text, null, mail.Subject, DesignationFormParser.ReadText(t.Text)) { IsPassedOn = t.IsPassedOn })
            .Concat(mail.Forwarded.SelectMany(OfMails).Select(t => t with { IsPassedOn = true }));
    }
}
