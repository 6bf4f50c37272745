using System.Text;

namespace Hub.Intake.Mails.Parsing;

/// <summary>The text of a mail that came as a file: who wrote what to whom, and the mails within it.</summary>
internal static class MailFileText
{
    /// <summary>The text.</summary>
    public static string Of(Stream content)
    {
        using var mime = new MemoryStream();
        content.Position = 0;
        content.CopyTo(mime);
        var text = new StringBuilder();
        Add(text, MailParser.Parse(mime.GetBuffer().AsMemory(0, (int)mime.Length)));
        return text.ToString();
    }

    private static void Add(StringBuilder text, ParsedMail mail)
    {
        Line(text, "From", mail.From.Select(Shown));
        Line(text, "To", mail.Recipients.Select(Shown));
        Line(text, "Subject", [mail.Subject]);
        text.Append('\n').Append(mail.Text).Append('\n');
        foreach (var inner in mail.Forwarded)
            Add(text, inner);
    }

    private static string Shown(MailAddress address) => address.Name is { } name ? $"{name} <{address.Address}>" : address.Address;

    private static void Line(StringBuilder text, string name, IEnumerable<string> values)
    {
        if (string.Join(", ", values.Where(v => v.Length > 0)) is { Length: > 0 } value)
            text.Append(name).Append(": ").Append(value).Append('\n');
    }
}
