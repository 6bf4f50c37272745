using System.Text;
using Hub.Core.Documents.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Hub.Documents;

/// <summary>Reads the text layer of PDFs with PdfPig, on a thread of its own: a file that holds it up holds up nothing else.</summary>
public sealed class PdfReader : IPdfReader
{
    private const int MostPages = 500;
    private const int StackBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public PdfLayer? Read(Stream content)
    {
        // The reader may outlive its caller's stream, so it has the bytes for itself.
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        var bytes = copy.ToArray();
        PdfLayer? layer = null;
        var thread = new Thread(() => layer = Try(bytes), StackBytes) { IsBackground = true };
        thread.Start();
        return thread.Join(Patience) ? layer : null;
    }

    private static PdfLayer? Try(byte[] bytes)
    {
        try
        {
            return Pages(bytes);
        }
        // Whatever a library makes of a stranger's file, to the hub it is a file that cannot be read.
        catch (Exception)
        {
            return null;
        }
    }

    private static PdfLayer Pages(byte[] bytes)
    {
        using var document = PdfDocument.Open(bytes);
        var (text, hasPictures) = (new StringBuilder(), false);
        foreach (var page in document.GetPages().Take(MostPages))
        {
            text.Append(ContentOrderTextExtractor.GetText(page)).Append('\n');
            hasPictures |= page.GetImages().Any();
            if (text.Length > TextLayer.Most)
                break;
        }
        return new(text.ToString(), hasPictures);
    }
}
