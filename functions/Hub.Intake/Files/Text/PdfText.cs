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
    private const double MostAway = 2;

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
        if (!Enumerable.Range(1, Math.Max(0, letters.Count - 1)).Any(i => IsRaised(letters[i - 1], letters[i])))
            return text;
        var (seen, at) = (new StringBuilder(text.Length), 0);
        // A mark may have several digits: each stands beside the last letter of the line that it is above.
        var line = letters[0];
        foreach (var letter in letters)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]) && !letter.Value.StartsWith(text[at]))
                seen.Append(text[at++]);
            if (string.CompareOrdinal(text, at, letter.Value, 0, letter.Value.Length) != 0)
            {
                if (string.IsNullOrWhiteSpace(letter.Value))
                    continue;
                return text;
            }
            var isRaised = IsRaised(line, letter);
            seen.Append(isRaised ? SeenText.Raised(letter.Value) : letter.Value);
            at += letter.Value.Length;
            line = isRaised ? line : letter;
        }
        return seen.Append(text, at, text.Length - at).ToString();
    }

    // Smaller than the letter before it, above its foot, on its line, and close behind it.
    private static bool IsRaised(Letter before, Letter letter)
    {
        var size = before.PointSize;
        var (up, away) = (letter.StartBaseLine.Y - before.StartBaseLine.Y, letter.StartBaseLine.X - before.EndBaseLine.X);
        return letter.PointSize < LargestRaised * size && up > LeastUp * size && up < size && away > -size && away < MostAway * size;
    }
}
