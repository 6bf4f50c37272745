using Hub.Intake.Files.Unpacking;
using Hub.Register.Problems;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Hub.Intake.Files.Pdf;

/// <summary>
/// How much there is to draw on the pages of a PDF, what is drawn within what is drawn included: a few forms that draw each other are more
/// than any program can show.
/// </summary>
internal sealed class PdfDrawing(PdfObjects objects)
{
    private const long MostOfPage = 8L * 1024 * 1024;
    private const long Most = 64L * 1024 * 1024;
    private const int MostDepth = 32;
    private readonly Dictionary<IndirectReference, long> _known = [];
    private readonly HashSet<IndirectReference> _drawn = [];
    private long _total;

    /// <summary>Throws where a dictionary is a page with too much on it.</summary>
    public void Check(DictionaryToken dictionary)
    {
        if (!dictionary.Data.TryGetValue("Contents", out var contents) || dictionary.Data.ContainsKey("Rect"))
            return;
        var cost = Cost(Streams(contents), Forms(WithResources(dictionary), null));
        if (cost > MostOfPage || (_total += cost) > Most)
            throw new RefusedFileException(ProblemCode.F15);
    }

    private long Cost(IEnumerable<StreamToken> contents, DictionaryToken? forms)
    {
        long cost = 0;
        foreach (var stream in contents)
        {
            var bytes = objects.Unpacked(stream);
            cost += bytes.Length;
            if (cost > MostOfPage)
                break;
            if (forms is not null)
                cost += Draws(bytes).Sum(d => Math.Min(d.Value * CostOf(d.Key, forms), MostOfPage));
        }
        return cost;
    }

    private long CostOf(string name, DictionaryToken forms)
    {
        if (
            objects.Find(forms, name) is not StreamToken form
            || objects.Find(form.StreamDictionary, "Subtype") is not NameToken { Data: "Form" })
            return 0;
        if (forms.Data[name] is not IndirectReferenceToken { Data: var reference })
            return form.Data.Length;
        if (_known.TryGetValue(reference, out var known))
            return known;
        if (_drawn.Count > MostDepth || !_drawn.Add(reference))
            throw new RefusedFileException(ProblemCode.F15);
        var cost = Math.Min(Cost([form], Forms(form.StreamDictionary, forms)), MostOfPage + 1);
        _drawn.Remove(reference);
        return _known[reference] = cost;
    }

    // How often each thing is drawn.
    private static Dictionary<string, long> Draws(ReadOnlyMemory<byte> content)
    {
        var (draws, lexer, last) = (new Dictionary<string, long>(), new PdfLexer(new MemoryStream(content.ToArray())), (string?)null);
        while (lexer.Next() is { } token)
        {
            if (token is { IsName: false, Text: "Do" } && last is not null)
                draws[last] = draws.GetValueOrDefault(last) + 1;
            last = token.IsName ? token.Text : null;
        }
        return draws;
    }

    // Pages share those of the tree that they hang in (ISO 32000-1 §7.7.3.4).
    private DictionaryToken WithResources(DictionaryToken page)
    {
        var owner = page;
        for (var i = 0; i < MostDepth && !owner.Data.ContainsKey("Resources"); i++)
        {
            if (objects.Find(owner, "Parent") is not DictionaryToken parent)
                return page;
            owner = parent;
        }
        return owner;
    }

    // A form without resources of its own uses those of what it is drawn on.
    private DictionaryToken? Forms(DictionaryToken owner, DictionaryToken? outer) =>
        objects.Find(owner, "Resources") is DictionaryToken resources ? objects.Find(resources, "XObject") as DictionaryToken : outer;

    private IEnumerable<StreamToken> Streams(IToken contents) => objects.Find(contents) switch
    {
        StreamToken stream => [stream],
        ArrayToken several => several.Data.Select(objects.Find).OfType<StreamToken>(),
        _ => [],
    };
}
