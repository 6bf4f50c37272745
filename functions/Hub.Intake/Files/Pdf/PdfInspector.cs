using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Hub.Intake.Files.Unpacking;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Pdf;

/// <summary>
/// Looks through a PDF for what would run, hide or lock. It reads the file's outermost structure only, names with their escapes and object
/// streams unpacked; what a stream becomes when it is unpacked is counted, and not kept.
/// </summary>
internal sealed class PdfInspector
{
    private const int MostObjectStream = 16 * 1024 * 1024;

    private const int MostObjects = 10_000_000;
    private const int LongestCounts = 256;

    private static readonly SearchValues<byte> Blank = SearchValues.Create("\0\t\n\f\r "u8);

    private readonly Stream _content;
    private readonly UnpackingBudget _budget;
    private readonly PdfLexer _lexer;
    private readonly HashSet<string> _names = [];
    private string _last = "";
    private int _packings;
    private bool _encrypted;
    private long _end = -1;

    private PdfInspector(Stream content)
    {
        _content = content;
        _budget = new(content.Length);
        _lexer = new(content);
    }

    /// <summary>Throws where the file must not be taken.</summary>
    public static void Check(Stream content)
    {
        new PdfInspector(content).Run();
        PdfWalk.Check(content);
    }

    private void Run()
    {
        while (_lexer.Next() is { } token)
            Take(token);
        if (_encrypted)
            throw new RefusedFileException(ProblemCode.F13);
        // The end of a PDF is written last: without it, pages are missing.
        if (_end < 0)
            throw new RefusedFileException(ProblemCode.F18);
        // Some programs fill up the last block.
        for (var at = _end; Bytes.At(_content, at, Bytes.Piece) is { Length: > 0 } rest; at += rest.Length)
            if (rest.AsSpan().ContainsAnyExcept(Blank))
                throw new RefusedFileException(ProblemCode.F16);
    }

    private void Take(PdfToken token)
    {
        switch (token)
        {
            case { IsName: true, Text: var name }:
                Take(name);
                CheckCounts(name);
                break;
            case { Text: "obj" or "endobj" or "trailer" }:
                _names.Clear();
                _packings = 0;
                break;
            case { Text: "stream" }:
                PassStream();
                break;
            case { Text: "%%EOF" }:
                _end = _lexer.Position;
                break;
            default:
                break;
        }
    }

    private void Take(string name)
    {
        // Those of an encrypted file are unreadable anyway: what locks it is the better answer.
        if (PdfNames.IsActive(name) || (_last == "S" && PdfNames.IsActiveAction(name)))
            throw new RefusedFileException(ProblemCode.F11);
        _last = name;
        _encrypted |= name == "Encrypt";
        _names.Add(name);
        if (name is "FlateDecode" or "Fl" or "LZWDecode")
            _packings++;
    }

    // Readers make room for as many objects as a table says there are.
    private void CheckCounts(string name)
    {
        if (name is not ("Size" or "Index"))
            return;
        var numbers = Encoding.Latin1.GetString(Bytes.At(_content, _lexer.Position, LongestCounts)).Split('/', '>', ']')[0];
        if (numbers.Split([' ', '[', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Any(n => long.TryParse(n, NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) && count > MostObjects))
            throw new RefusedFileException(ProblemCode.F15);
    }

    private void PassStream()
    {
        var start = _lexer.SkipLineEnd();
        // A stream packed twice has no use but to be a bomb.
        if (_packings > 1)
            throw new RefusedFileException(ProblemCode.F15);
        if (_names.Contains("ObjStm")
            && _names.Any(n => n is not ("FlateDecode" or "Fl") && n.EndsWith("Decode", StringComparison.Ordinal)))
            throw new RefusedFileException(ProblemCode.F18);
        if (_names.Contains("FlateDecode") || _names.Contains("Fl"))
            Unpack(start, _names.Contains("ObjStm"));
        _lexer.SkipTo(start, "endstream"u8);
    }

    private void Unpack(long start, bool objects)
    {
        using var part = new PartOf(_content, start, _content.Length - start);
        using var unpacking = new ZLibStream(part, CompressionMode.Decompress);
        if (objects && !_encrypted)
        {
            var text = _budget.Drain(unpacking, MostObjectStream);
            var inner = new PdfLexer(new MemoryStream(text));
            while (inner.Next() is { } token)
                if (token.IsName)
                    Take(token.Text);
            return;
        }
        try
        {
            _budget.Drain(unpacking);
        }
        catch (InvalidDataException)
        {
            // A picture that is damaged is for a person to see; it holds no objects.
        }
    }
}
