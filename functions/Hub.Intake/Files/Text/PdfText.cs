using System.Text;
using Hub.Intake.Files.Pdf;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Hub.Intake.Files.Text;

/// <summary>Reads the text layer of PDFs with PdfPig.</summary>
internal static class PdfText
{
    private const int MostPages = 500;

    // In sizes of the letter before.
    private const double LargestRaised = 0.85;
    private const double LeastUp = 0.15;
    private const double MostAway = 0.3;

    /// <summary>What is on the pages; null where the file cannot be read.</summary>
    public static (string Text, bool HasPictures, string? Part)? Read(Stream content)
    {
        try
        {
            return Pages(content);
        }
        // Whatever a library makes of a stranger's file, to the hub it is a file that cannot be read.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static (string, bool, string?) Pages(Stream content)
    {
        using var document = PdfFile.Open(content);
        var (text, hasPictures) = (new StringBuilder(), false);
        foreach (var page in document.GetPages().Take(MostPages).TakeWhile(_ => text.Length <= TextLayer.Most))
        {
            text.Append(WithRaised(ContentOrderTextExtractor.GetText(page), page.Letters)).Append('\n');
            hasPictures |= page.GetImages().Any();
        }
        var part = document.NumberOfPages > MostPages && text.Length <= TextLayer.Most
            ? $"only the first {MostPages} of its {document.NumberOfPages} pages are read"
            : null;
        return (text.ToString(), hasPictures, part);
    }

    // The extractor writes all letters in their order, and white space of its own between them. Where it did otherwise, the text stands.
    private static string WithRaised(string text, IReadOnlyList<Letter> letters)
    {
        var raised = Raised(letters);
        if (raised.Count == 0)
            return text;
        var (seen, at) = (new StringBuilder(text.Length), 0);
        for (var i = 0; i < letters.Count; i++)
        {
            var letter = letters[i].Value;
            while (at < text.Length && char.IsWhiteSpace(text[at]) && !letter.StartsWith(text[at]))
                seen.Append(text[at++]);
            if (string.CompareOrdinal(text, at, letter, 0, letter.Length) != 0)
            {
                if (string.IsNullOrWhiteSpace(letter))
                    continue;
                return text;
            }
            seen.Append(raised.Contains(i) ? SeenText.Raised(letter) : letter);
            at += letter.Length;
        }
        return seen.Append(text, at, text.Length - at).ToString();
    }

    // Marks: a few letters close behind another, smaller and above its foot. More of them are a text beside it, as in the cells of a table.
    private static HashSet<int> Raised(IReadOnlyList<Letter> letters)
    {
        var raised = new HashSet<int>();
        for (var i = 1; i < letters.Count; i++)
        {
            var before = letters[i - 1];
            var away = Math.Abs(letters[i].StartBaseLine.X - before.EndBaseLine.X);
            if (!IsAbove(before, letters[i]) || away > MostAway * before.PointSize)
                continue;
            var end = i;
            while (end < letters.Count && IsAbove(before, letters[end]))
                end++;
            if (end - i <= SeenText.LongestMark)
                raised.UnionWith(Enumerable.Range(i, end - i));
            i = end - 1;
        }
        return raised;
    }

    private static bool IsAbove(Letter line, Letter letter) =>
        letter.PointSize < LargestRaised * line.PointSize
        && letter.StartBaseLine.Y - line.StartBaseLine.Y is var up && up > LeastUp * line.PointSize && up < line.PointSize;
}
