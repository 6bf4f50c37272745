using Hub.Intake.Files.Unpacking;
using Hub.Register.Problems;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Hub.Intake.Files.Pdf;

/// <summary>
/// Walks through every object that a PDF's own tables name, wherever in the file it stands: in a comment, a string, the data of another
/// object, an object stream. That is what programs show; <see cref="PdfInspector"/> sees what they find when the tables are broken.
/// </summary>
internal sealed class PdfWalk
{
    private const int MostObjects = 250_000;
    private const int MostDepth = 100;
    private readonly PdfObjects _objects;
    private readonly PdfDrawing _drawing;
    private readonly PdfLetters _letters;

    private PdfWalk(PdfDocument document)
    {
        _objects = new(document.Structure);
        (_drawing, _letters) = (new(_objects), new(_objects));
    }

    /// <summary>Throws where the file must not be taken.</summary>
    public static void Check(Stream content)
    {
        var filters = new CountedFilters();
        try
        {
            using var document = PdfFile.Open(content, filters);
            new PdfWalk(document).Run(document.Structure);
        }
        // Whatever a library makes of a stranger's file, to the hub it is a file that cannot be read.
        catch (Exception e) when (e is not (RefusedFileException or OutOfMemoryException))
        {
            throw new RefusedFileException(filters.IsExceeded ? ProblemCode.F15 : ProblemCode.F18);
        }
        if (filters.IsExceeded)
            throw new RefusedFileException(ProblemCode.F15);
    }

    private void Run(Structure structure)
    {
        var table = structure.CrossReferenceTable.ObjectOffsets;
        if (table.Count > MostObjects)
            throw new RefusedFileException(ProblemCode.F15);
        foreach (var reference in table.Keys)
            if (_objects.Find(new IndirectReferenceToken(reference)) is { } token)
                Take(token, 0);
    }

    private void Take(IToken token, int depth)
    {
        if (depth > MostDepth)
            throw new RefusedFileException(ProblemCode.F15);
        switch (token)
        {
            case StreamToken stream:
                Take(stream.StreamDictionary, depth + 1);
                break;
            case DictionaryToken dictionary:
                Take(dictionary, depth);
                break;
            case ArrayToken array:
                foreach (var item in array.Data)
                    Take(item, depth + 1);
                break;
            case NameToken name when PdfNames.IsActive(name.Data):
                throw new RefusedFileException(ProblemCode.F11);
            default:
                break;
        }
    }

    private void Take(DictionaryToken dictionary, int depth)
    {
        if (PdfNames.IsActiveAction(Name(dictionary, "S")) || (dictionary.Data.ContainsKey("EF") && Has(dictionary, "F", "UF")))
            throw new RefusedFileException(ProblemCode.F11);
        foreach (var (key, value) in dictionary.Data)
        {
            if (PdfNames.IsActive(key))
                throw new RefusedFileException(ProblemCode.F11);
            if (key == "OpenAction" || key == "AA")
                CheckStart(value, depth + 1);
            Take(value, depth + 1);
        }
        _letters.Check(dictionary);
        _drawing.Check(dictionary);
    }

    // What happens by itself may turn to a page, and nothing else.
    private void CheckStart(IToken action, int depth)
    {
        if (depth > MostDepth || _objects.Find(action) is not DictionaryToken dictionary)
            return;
        if (Name(dictionary, "S") is { } kind)
        {
            if (kind is not ("GoTo" or "Named"))
                throw new RefusedFileException(ProblemCode.F11);
            if (dictionary.Data.TryGetValue("Next", out var next))
                CheckStart(next, depth + 1);
            return;
        }
        foreach (var (key, value) in dictionary.Data.Where(e => e.Key != "D"))
            CheckStart(value, depth + 1);
    }

    private string? Name(DictionaryToken dictionary, string key) =>
        _objects.Find(dictionary, key) is NameToken name ? name.Data : null;

    private static bool Has(DictionaryToken dictionary, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (dictionary.Data.ContainsKey(key))
                return true;
        return false;
    }
}
