using Hub.Pages.Texts;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Register.Text;

namespace Hub.Pages.Directory.Frame;

/// <summary>What offices are designated for, in words.</summary>
public static class FunctionWords
{
    /// <summary>The words of all languages that mean an instrument, a matter or a function.</summary>
    public static IReadOnlyList<FunctionWord> All { get; } = [.. Enum.GetValues<Language>().SelectMany(OfLanguage)];

    /// <summary>Words as they begin a title.</summary>
    internal static string Capital(string text, Labels labels) =>
        text.Length == 0 ? text : char.ToUpper(text[0], labels.Language.Culture()) + text[1..];

    /// <summary>What an office does and for what: its title where its name is not shown.</summary>
    internal static Phrase Title(PublicOffice office, Labels labels) => office.Functions.Count == 0
        ? labels["Dir.Office.Ended"]
        : Phrase.Join(labels["List"], office.Functions.GroupBy(f => f.Function).OrderBy(g => g.Key)
            .Select(g => labels.Say("Dir.Office.For", Capital(labels.Of(g.Key), labels), Phrase.Join(labels["List"], g.Select(f => f.Matter).Distinct().Order()
                .Select(m => (Phrase)labels.Of(m))))));

    /// <summary>A designation: what for, and by which instrument and article.</summary>
    internal static Phrase Of(PublicFunction function, Labels labels) => labels.Say(
        "Dir.Office.For", labels.Of(function.Function),
        function.Article is { } article
            ? labels.Pair(new(function.Instrument, article, function.Matter))
            : (Phrase)labels.Of(function.Matter));

    private static IEnumerable<FunctionWord> OfLanguage(Language language)
    {
        var labels = new Labels(language);
        return Words<Matter>(labels, v => f => f.Matter == v).Concat(Words<Instrument>(labels, v => f => f.Instrument == v))
            .Concat(Words<DesignationFunction>(labels, v => f => f.Function == v));
    }

    private static IEnumerable<FunctionWord> Words<T>(Labels labels, Func<T, Func<PublicFunction, bool>> means)
        where T : struct, Enum =>
        from value in Enum.GetValues<T>()
        from word in FoldedText.Of($"{labels.Of(value)} {Register.Json.Codes.Code(value)}").Split(' ')
        where word.Length > 3 || !char.IsAscii(word[0])
        select new FunctionWord(word, means(value));
}
