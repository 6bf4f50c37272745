using System.Text.RegularExpressions;

#pragma warning disable CS1591 // Each is what it is called; phrases.tsv says it in six languages.

namespace Hub.Intake.Mails.Kinds;

/// <summary>What mail programs and polite people write, in the six languages.</summary>
internal enum MailPhrase
{
    ReplyPrefix, ForwardPrefix, ForwardMark, OriginalMark, WroteMark, FromLabel, OtherLabel,
    Signature, AutoSubject, BounceSubject, Thanks, Business, Compliments,
}

/// <summary>Finds phrases of mails; the phrases are data.</summary>
internal static class MailPhrases
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
    private static readonly Dictionary<MailPhrase, Regex> All = Read();

    /// <summary>Whether a text, or a line, has a phrase.</summary>
    public static bool Has(this string text, MailPhrase phrase) => All[phrase].IsMatch(text);

    private static Dictionary<MailPhrase, Regex> Read()
    {
        using var stream = typeof(MailPhrases).Assembly.GetManifestResourceStream("Hub.Intake.Mails.Kinds.phrases.tsv")
            ?? throw new FileNotFoundException("There are no phrases of mails.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))
            .ToDictionary(r => Enum.Parse<MailPhrase>(r[0]), r => new Regex(r[1], Options));
    }
}
