using System.Text;
using System.Text.RegularExpressions;
using Hub.Delivery.Editions;
using Hub.Pages.Editions.Pdf.Letters;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Outline;

namespace Hub.Pages.Tests.Editions;

/// <summary>A line of a printed page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Size">The size of its letters.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Bottom">How far its foot is from the foot of the page.</param>
/// <param name="Text">What it says.</param>
internal sealed record PrintedLine(int Page, double Size, double Right, double Bottom, string Text);

/// <summary>What a PDF says when its text is taken out again.</summary>
internal sealed partial class PrintedText
{
    public const double Heading = 14;
    public const double Subheading = 10;
    public const double Running = 7.5;

    private PrintedText(PdfDocument pdf)
    {
        Lines = [.. pdf.GetPages().SelectMany(Of)];
        Pages = pdf.NumberOfPages;
        Bookmarks = pdf.TryGetBookmarks(out var found)
            ? [.. found.Roots.OfType<DocumentBookmarkNode>().Select(b => (b.Title, b.PageNumber))]
            : [];
        Information = pdf.Information;
    }

    /// <summary>Its lines, in the order in which they were printed.</summary>
    public IReadOnlyList<PrintedLine> Lines { get; }

    public int Pages { get; }

    public IReadOnlyList<(string Title, int Page)> Bookmarks { get; }

    public DocumentInformation Information { get; }

    /// <summary>All of it but what every page says, without the spaces, so that it does not matter where its lines end.</summary>
    public string Body => Flat(string.Concat(Lines.Where(l => l.Size != Running).Select(l => l.Text)));

    /// <summary>The lines of one size.</summary>
    public IEnumerable<string> InSize(double size) => Lines.Where(l => l.Size == size).Select(l => l.Text);

    public static PrintedText Of(string name, IEnumerable<EditionFile>? files = null) =>
        Of((files ?? EditionSample.Files).Single(f => f.Name == name).Content);

    public static PrintedText Of(ReadOnlyMemory<byte> bytes)
    {
        using var pdf = PdfDocument.Open(bytes.ToArray());
        return new(pdf);
    }

    /// <summary>A text without its blanks, and without marks on Arabic letters.</summary>
    public static string Flat(string text) => string.Concat(Unmarked(text).Where(c => !char.IsWhiteSpace(c)));

    // Letters of a line follow one another, on one height and in one size.
    private static List<PrintedLine> Of(Page page)
    {
        var lines = new List<List<Letter>>();
        foreach (var letter in page.Letters.Where(l => !IsMark(l.Value)))
            if (lines.LastOrDefault()?[^1] is { } last && last.StartBaseLine.Y == letter.StartBaseLine.Y
                && last.PointSize == letter.PointSize && Math.Abs(last.EndBaseLine.X - letter.StartBaseLine.X) < 1)
                lines[^1].Add(letter);
            else
                lines.Add([letter]);
        return
        [
            .. lines.Select(l => new PrintedLine(
                page.Number, Math.Round(l[0].PointSize, 1), l[^1].EndBaseLine.X, l[0].StartBaseLine.Y,
                Read(string.Concat(l.Select(c => c.Value))))),
        ];
    }

    // Letters that are read from right to left stand on the page from left to right, in the forms that they have there.
    private static string Read(string seen) => seen.Any(RightToLeft.IsJoined)
        ? LeftToRight().Replace(Reverse(seen), m => Reverse(m.Value)).Normalize(NormalizationForm.FormKC)
        : seen;

    /// <summary>A text without marks on Arabic letters.</summary>
    public static string Unmarked(string text) => string.Concat(text.Where(c => !IsMark(c.ToString())));

    private static string Reverse(string text) => string.Concat(text.Reverse().Select(RightToLeft.Mirror));

    // Two marks together are a glyph that has no character.
    private static bool IsMark(string letter) => letter.All(c => c is (>= '\u064B' and <= '\u0655') or (>= '\uFC5E' and <= '\uFC63')
        or (>= '\uFE70' and <= '\uFE7F') or (>= '\uE000' and <= '\uF8FF'));

    [GeneratedRegex("[A-Za-z0-9+](?:[^\u0590-\u06FF\uFB1D-\uFEFC]*[A-Za-z0-9+])?")]
    private static partial Regex LeftToRight();
}
