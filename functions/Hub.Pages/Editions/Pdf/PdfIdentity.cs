using System.Security.Cryptography;
using System.Text;
using PdfSharp.Pdf;

namespace Hub.Pages.Editions.Pdf;

/// <summary>
/// Saves a PDF so that the same pages give the same bytes. The library makes up three things: the tags of the embedded fonts, the
/// document's id, and two more ids in its metadata. The tags are set before it writes, the ids after it, to the hash of all the rest.
/// </summary>
internal static class PdfIdentity
{
    private const int HexDigits = 32;

    // As long as an id is and easily found: 16 bytes, written in hexadecimal.
    private static readonly string Blank = new('#', HexDigits / 2);

    private static readonly string[] Names = ["/FontName", "/BaseFont"];

    /// <summary>The bytes of a document.</summary>
    public static ReadOnlyMemory<byte> Save(PdfDocument document)
    {
        SetTags(document);
        document.Internals.FirstDocumentID = document.Internals.SecondDocumentID = Blank;
        var stream = new MemoryStream();
        document.Save(stream, closeStream: false);
        var bytes = stream.GetBuffer().AsMemory(0, (int)stream.Length);
        SetIds(bytes.Span);
        return bytes;
    }

    // Six letters before the name of a font say that it is a part of it, and which: here in the order of names.
    private static void SetTags(PdfDocument document)
    {
        var fonts = document.Internals.GetAllObjects().OfType<PdfDictionary>()
            .SelectMany(d => Names.Where(d.Elements.ContainsKey).Select(n => (Font: d, Key: n, Name: d.Elements.GetName(n).Split('+')[^1])))
            .ToList();
        var order = fonts.Select(f => f.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var (font, key, name) in fonts)
            font.Elements.SetName(key, $"/{(char)('A' + order.IndexOf(name))}AAAAA+{name}");
    }

    // In place, by as many bytes as there were: the table of where the objects stand remains true.
    private static void SetIds(Span<byte> pdf)
    {
        var uuids = new[] { "<xmpMM:DocumentID>uuid:", "<xmpMM:InstanceID>uuid:" };
        foreach (var uuid in uuids)
            Set(pdf, uuid, Guid.Empty.ToString());
        var id = SHA256.HashData(pdf).AsSpan(0, HexDigits / 2);
        foreach (var uuid in uuids)
            Set(pdf, uuid, new Guid(id, bigEndian: true).ToString());
        var hex = Convert.ToHexString(id);
        Set(pdf, "/ID[<", $"{hex}><{hex}");
    }

    // From the end: all of them stand there, and no text of a page can be taken for one.
    private static void Set(Span<byte> pdf, string after, string value)
    {
        var at = pdf.LastIndexOf(Encoding.ASCII.GetBytes(after));
        if (at < 0)
            throw new InvalidOperationException($"The PDF has no '{after}'.");
        Encoding.ASCII.GetBytes(value, pdf[(at + after.Length)..]);
    }
}
