using System.IO.Compression;
using System.Text;

namespace Hub.SampleFiles;

/// <summary>Streams of PDFs packed in ways that do not show what is in them.</summary>
public static class PackedPdf
{
    private const int Columns = 16;
    private const int Clear = 256;
    private const int End = 257;
    private const int LastCode = 4093;

    /// <summary>
    /// A PDF whose catalog, and the script that it starts, stand in an object stream as differences from row to row (the predictor Up of
    /// PNG).
    /// </summary>
    public static byte[] ScriptInDifferences()
    {
        var text = "1 0 6 80".PadRight(Columns) + "<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R >>".PadRight(80)
            + "<< /S /JavaScript /JS (app.beep\\(0\\)) >>".PadRight(80);
        var (file, places) = (new StringBuilder("%PDF-1.7\n"), new Dictionary<int, int>());
        void Put(int number, string body)
        {
            places[number] = file.Length;
            file.Append(number).Append(" 0 obj ").Append(body).Append(" endobj\n");
        }
        Put(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Put(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>");
        Put(7, Stream(
            $"/Type /ObjStm /N 2 /First {Columns} /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns {Columns} >>",
            Deflated(Differences(Encoding.ASCII.GetBytes(text)))));
        var table = file.Length;
        byte[] rows = [.. Enumerable.Range(0, 9).SelectMany(i => Row(i, i == 8 ? table : places.GetValueOrDefault(i)))];
        Put(8, Stream("/Type /XRef /Size 9 /W [1 4 1] /Root 1 0 R", rows));
        file.Append("startxref\n").Append(table).Append("\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>A stream that is deflated, and that written in hexadecimal digits.</summary>
    public static string InLetters(byte[] content) =>
        Stream("/Filter [/ASCIIHexDecode /FlateDecode]", Encoding.ASCII.GetBytes($"{Convert.ToHexString(Deflated(content))}>"));

    /// <summary>A stream of so many spaces, packed by LZW with early change (ISO 32000-1 §7.4.4).</summary>
    public static string Lzw(int length)
    {
        var bits = new Bits();
        while (length > 0)
        {
            var (width, next, run) = (9, End + 1, 2);
            bits.Put(Clear, width);
            bits.Put(' ', width);
            for (length--; length > 0 && next < LastCode; next++, length -= run++)
            {
                bits.Put(next, width);
                width += next + 2 >= 1 << width && width < 12 ? 1 : 0;
            }
        }
        bits.Put(End, 12);
        return Stream("/Filter /LZWDecode", bits.Bytes());
    }

    private static byte[] Row(int number, int place) => number is 1 or 6
        ? [2, 0, 0, 0, 7, (byte)(number == 6 ? 1 : 0)]
        : [(byte)(place > 0 ? 1 : 0), (byte)(place >> 24), (byte)(place >> 16), (byte)(place >> 8), (byte)place, 0];

    private static byte[] Differences(byte[] data)
    {
        using var rows = new MemoryStream();
        for (var at = 0; at < data.Length; at += Columns)
        {
            rows.WriteByte(2);
            for (var i = at; i < at + Columns; i++)
                rows.WriteByte((byte)(data[i] - (at == 0 ? 0 : data[i - Columns])));
        }
        return rows.ToArray();
    }

    private static string Stream(string dictionary, byte[] content) =>
        $"<< {dictionary} /Length {content.Length} >>\nstream\n{Encoding.Latin1.GetString(content)}\nendstream";

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize))
            deflate.Write(content);
        return packed.ToArray();
    }

    private sealed class Bits
    {
        private readonly List<byte> _bytes = [];
        private int _kept;
        private int _count;

        public void Put(int code, int width)
        {
            _kept = (_kept << width) | code;
            for (_count += width; _count >= 8; _count -= 8)
                _bytes.Add((byte)(_kept >> (_count - 8)));
            _kept &= (1 << _count) - 1;
        }

        public byte[] Bytes()
        {
            if (_count > 0)
                _bytes.Add((byte)(_kept << (8 - _count)));
            return [.. _bytes];
        }
    }
}
