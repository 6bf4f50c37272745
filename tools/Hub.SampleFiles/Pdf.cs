using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Hub.SampleFiles;

/// <summary>Writes small PDFs, in order or not.</summary>
public sealed class Pdf
{
    private readonly List<string> _objects = ["<< /Type /Catalog /Pages 2 0 R >>"];
    private readonly Dictionary<int, (string Before, string Behind)> _around = [];
    private string _trailer = "";

    /// <summary>A page with lines of text.</summary>
    public static byte[] WithText(string text)
    {
        var lines = text.Split('\n').Select(l => $"({Escaped(l)}) Tj T*");
        return new Pdf().Page($"BT /F1 11 Tf 60 780 Td 14 TL {string.Join('\n', lines)} ET").Bytes();
    }

    /// <summary>A page with a picture and no text: a scan.</summary>
    public static byte[] Scan(byte level = 0x55) => new Pdf().Picture(level).Bytes();

    /// <summary>A page with this content; objects that are added to it are numbered from 6.</summary>
    public Pdf Page(string content, string resources = "")
    {
        _objects.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        _objects.Add(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> "
                + resources
                + " >> >>");
        _objects.Add(Stream("", Encoding.Latin1.GetBytes(content)));
        _objects.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        return this;
    }

    /// <summary>A page with nothing but a grey picture.</summary>
    public Pdf Picture(byte level)
    {
        _objects.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        _objects.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>");
        _objects.Add(Stream("", "q 595 0 0 842 0 0 cm /I Do Q"u8.ToArray()));
        var pixels = Enumerable.Range(0, 10_000).Select(i => level == 0xFF ? level : (byte)(level + (i * 37 % 97))).ToArray();
        _objects.Add(Stream("/Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8", pixels));
        return this;
    }

    /// <summary>Another object.</summary>
    public Pdf Add(string text)
    {
        _objects.Add(text);
        return this;
    }

    /// <summary>Another object, between bytes that hide it from whoever does not go by the table.</summary>
    public Pdf AddHidden(string before, string text, string behind)
    {
        _around[_objects.Count] = (before, behind);
        return Add(text);
    }

    /// <summary>Another entry of the catalog.</summary>
    public Pdf Catalog(string entry)
    {
        _objects[0] = _objects[0].Replace(" >>", $" {entry} >>", StringComparison.Ordinal);
        return this;
    }

    /// <summary>Another stream, deflated so many times.</summary>
    public Pdf AddStream(string dictionary, byte[] content, int times = 1)
    {
        _objects.Add(Stream(dictionary, content, times));
        return this;
    }

    /// <summary>Another entry of the trailer.</summary>
    public Pdf Trailer(string entry)
    {
        _trailer += entry;
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] Bytes()
    {
        var file = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var places = new List<int>();
        foreach (var (text, i) in _objects.Select((o, i) => (o, i + 1)))
        {
            var (before, behind) = _around.GetValueOrDefault(i - 1, ("", ""));
            file.Append(before);
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i} 0 obj {text} endobj{behind}\n");
        }
        var xref = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(p => file.Append(CultureInfo.InvariantCulture, $"{p:D10} 00000 n \n"));
        file.Append(
            CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R {_trailer} >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Stream(string dictionary, byte[] content, int times = 1)
    {
        for (var i = 0; i < times; i++)
            content = Deflated(content);
        var filters = string.Join(' ', Enumerable.Repeat("/FlateDecode", times));
        return $"<< {dictionary} /Length {content.Length} /Filter [{filters}] >>\nstream\n{Encoding.Latin1.GetString(content)}\nendstream";
    }

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest))
            deflate.Write(content);
        return packed.ToArray();
    }

    private static string Escaped(string line) =>
        line.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal);
}
