namespace Hub.Rules.Tests.Intake.Mails.Scoring;

/// <summary>A mail of the corpus, and what must become of it.</summary>
/// <param name="Name">Its file, without ending.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Sender">KNOWN, UNKNOWN, or HELD with the reasons.</param>
/// <param name="Questions">The codes of what must be asked.</param>
/// <param name="Notices">The facts of each notice.</param>
internal sealed record CorpusMail(
    string Name, string Kind, string Sender, IReadOnlyList<string> Questions, IReadOnlyList<IReadOnlyList<string>> Notices)
{
    public bool IsHeldOut => Name.StartsWith("held/", StringComparison.Ordinal);

    public bool IsHostile => Name.Contains("/h-", StringComparison.Ordinal);

    /// <summary>Whether it is a note in one of the languages that notes are read in.</summary>
    public bool IsNote => Name.Split('/')[1][..3] is "en-" or "fr-" or "es-";

    public static IReadOnlyList<CorpusMail> Read(string text)
    {
        var mails = new List<CorpusMail>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var mail = mails.LastOrDefault();
            if (line.Contains('\t', StringComparison.Ordinal))
                mails.Add(Begin(line.Split('\t')));
            else if (line.StartsWith('?'))
                mails[^1] = mail! with { Questions = [.. mail.Questions, .. line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries)] };
            else if (line.StartsWith('-'))
                mails[^1] = mail! with { Notices = [.. mail.Notices, line.Length > 2 ? [$"kind {line[2..]}"] : []] };
            else
                mails[^1] = mail! with { Notices = [.. mail.Notices.SkipLast(1), [.. mail.Notices[^1], line]] };
        }
        return mails;
    }

    private static CorpusMail Begin(string[] cells)
    {
        var words = cells[1].Split(' ', 2);
        return new(cells[0], words[0], words[1], [], []);
    }
}
