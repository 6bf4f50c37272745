using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Console.Notices.Source;

/// <summary>What can be read in a file of a notice.</summary>
/// <param name="Number">The number of the file, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its text.</param>
/// <param name="Language">The language it is in; null where that is not certain.</param>
/// <param name="Translation">Its text in another language; null where there is none.</param>
public sealed record SourceText(int Number, string Name, string Text, Language? Language, SourceTranslation? Translation) : Confidential;

/// <summary>A translation of a file.</summary>
/// <param name="Into">Into which language.</param>
/// <param name="IsByPerson">Whether a person made it.</param>
/// <param name="Text">Its text.</param>
public sealed record SourceTranslation(Language Into, bool IsByPerson, string Text) : Confidential;

/// <summary>The texts that a notice came in, with the words that values were read from, numbered through all of them.</summary>
/// <param name="Body">The text of its mail; null where there is none.</param>
/// <param name="Files">The texts of its files.</param>
public sealed record MarkedSource(MarkedText? Body, IReadOnlyList<(SourceText Source, MarkedText Marked)> Files) : Confidential
{
    private const int Longest = 12_000;

    /// <summary>The number of the words that a value was read from; null where they are not shown.</summary>
    public int? Of(Proposal word) => Files.Select(f => f.Marked).Prepend(Body).OfType<MarkedText>()
        .Select(t => t.Numbers.TryGetValue(word, out var number) ? number : (int?)null).FirstOrDefault(n => n is not null);

    /// <summary>The texts with what was read in them, as much of each as stands beside what will be.</summary>
    public static MarkedSource Of(string? body, IReadOnlyList<SourceText> files, IReadOnlyList<Proposal> words)
    {
        var of = body is null ? null : MarkedText.Of(body, MarkedText.OfMail, words, 0, Longest);
        var last = Last(of);
        var marked = new List<(SourceText, MarkedText)>();
        foreach (var file in files)
        {
            var text = MarkedText.Of(file.Text, [file.Name], words, last, Longest);
            last = Math.Max(last, Last(text));
            marked.Add((file, text));
        }
        return new(of, marked);
    }

    private static int Last(MarkedText? text) => text?.Runs.Max(r => r.Mark) ?? 0;
}
