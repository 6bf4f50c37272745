namespace Hub.Intake.Mails.Kinds;

/// <summary>The text of a mail, by who wrote it.</summary>
/// <param name="Own">What its sender wrote, without quotations and signature.</param>
/// <param name="Passed">What it passes on: the mails forwarded in its text, the outermost first.</param>
internal sealed record MailBody(string Own, IReadOnlyList<string> Passed)
{
    private const int MostLabels = 8;
    private const int MostPassed = 20;
    private const int ShortCover = 400;

    /// <summary>Takes a mail's text apart. What is quoted in an answer was said before, and is left out.</summary>
    public static MailBody Of(ParsedMail mail)
    {
        var lines = mail.Text.Replace('’', '\'').Split('\n');
        var marks = Marks(lines).ToList();
        if (marks.Count == 0)
            return new(Unsigned(lines.Where(l => !l.StartsWith('>'))), []);
        var own = Unsigned(lines.Take(marks[0].Line).Where(l => !l.StartsWith('>')));
        return IsForward(mail.Subject, marks[0].Phrase, own) ? new(own, [.. Passages(lines, marks)]) : new(own, []);
    }

    private static bool IsForward(string subject, MailPhrase mark, string own) => mark switch
    {
        MailPhrase.ForwardMark => true,
        MailPhrase.WroteMark => false,
        _ => subject.Has(MailPhrase.ForwardPrefix) || (!subject.Has(MailPhrase.ReplyPrefix) && own.Length < ShortCover),
    };

    private static IEnumerable<string> Passages(string[] lines, List<(int Line, int Text, MailPhrase Phrase)> marks)
    {
        for (var i = 0; i < Math.Min(marks.Count, MostPassed); i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1].Line : lines.Length;
            var text = string.Join('\n', lines[Math.Min(marks[i].Text, end)..end].Select(Unquoted));
            if (text.Any(char.IsLetterOrDigit))
                yield return text;
        }
    }

    // Where mails begin that are quoted or passed on: the line of the mark, and the first of their text.
    private static IEnumerable<(int Line, int Text, MailPhrase Phrase)> Marks(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (Mark(lines, i) is not { } phrase)
                continue;
            var text = AfterLabels(lines, i);
            yield return (i, text, phrase);
            i = text - 1;
        }
    }

    private static MailPhrase? Mark(string[] lines, int i)
    {
        var line = Unquoted(lines[i]);
        foreach (var phrase in new[] { MailPhrase.ForwardMark, MailPhrase.OriginalMark, MailPhrase.WroteMark })
            if (line.Has(phrase) || (phrase == MailPhrase.WroteMark && i + 1 < lines.Length && IsBroken(line, lines[i + 1])))
                return phrase;
        return line.Has(MailPhrase.FromLabel) && Labels(lines, i + 1) >= 2 ? MailPhrase.FromLabel : null;
    }

    // "On Tuesday Somebody <…>" and "wrote:" on the next line.
    private static bool IsBroken(string line, string next) =>
        line.Contains('@', StringComparison.Ordinal) && line.Length < 160 && next.Length < 40
        && $"{line.Trim()} {next.Trim()}".Has(MailPhrase.WroteMark);

    private static int Labels(string[] lines, int from) =>
        lines.Skip(from).Take(MostLabels).TakeWhile(l => Unquoted(l).Trim().Length > 0).Count(l => Unquoted(l).Has(MailPhrase.OtherLabel));

    // Behind the mark and its labels, in whichever order they stand.
    private static int AfterLabels(string[] lines, int mark)
    {
        var at = mark + 1;
        while (at < lines.Length && at <= mark + 2 && Unquoted(lines[at]).Trim().Length == 0)
            at++;
        while (at < lines.Length && at < mark + (2 * MostLabels) && IsLabel(lines[at]))
            at++;
        return at;
    }

    private static bool IsLabel(string line) => Unquoted(line).Has(MailPhrase.FromLabel) || Unquoted(line).Has(MailPhrase.OtherLabel);

    private static string Unquoted(string line) => line.TrimStart('>', ' ').Length == 0 ? ""
        : line.StartsWith('>') ? line.TrimStart('>').TrimStart(' ')
        : line;

    private static string Unsigned(IEnumerable<string> lines) =>
        string.Join('\n', lines.TakeWhile(l => !l.Has(MailPhrase.Signature))).Trim();
}
