using System.Text;
using Hub.Register.Text;

namespace Hub.Operations.Terms;

/// <summary>
/// A name: the same words one after the other, whichever of them comes first (BELL, Anna), whatever their case, accents and punctuation. A
/// script without spaces is looked through letter by letter.
/// </summary>
internal sealed class NameTerm : ITerm
{
    private const int LeastLetters = 3;
    private const int LeastIdeographs = 2;
    private const int MostOrders = 8;
    private readonly string? _ideographs;
    private readonly IReadOnlyList<string[]> _orders;

    public NameTerm(string name)
    {
        var words = Words(name);
        _ideographs = HasNoSpaces(name) ? name.Trim() : null;
        _orders = [.. Enumerable.Range(0, Math.Min(words.Length, MostOrders)).Select(i => (string[])[.. words[i..], .. words[..i]])];
    }

    public static bool IsUsable(string name) =>
        Words(name).Sum(w => w.EnumerateRunes().Count(Rune.IsLetter)) >= (HasNoSpaces(name) ? LeastIdeographs : LeastLetters);

    public IEnumerable<(int Start, int End)> In(string text) => _ideographs is { } name ? Places(text, name) : Sequences(text);

    private static IEnumerable<(int, int)> Places(string text, string name)
    {
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.Ordinal)) >= 0; at += name.Length)
            yield return (at, at + name.Length);
    }

    private IEnumerable<(int, int)> Sequences(string text)
    {
        var spans = Spans(text).ToList();
        var words = spans.ConvertAll(s => FoldedText.Of(text[s.Start..s.End]));
        for (var i = 0; i < words.Count; i++)
            foreach (var order in _orders)
                if (StandsAt(words, i, order))
                    yield return (spans[i].Start, spans[i + order.Length - 1].End);
    }

    private static bool StandsAt(List<string> words, int at, string[] order)
    {
        if (at + order.Length > words.Count)
            return false;
        for (var i = 0; i < order.Length; i++)
            if (words[at + i] != order[i])
                return false;
        return true;
    }

    private static IEnumerable<(int Start, int End)> Spans(string text)
    {
        var (start, at) = (-1, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var isPart = Rune.IsLetterOrDigit(rune) || SafeText.IsMark(rune);
            if (isPart && start < 0)
                start = at;
            if (!isPart && start >= 0)
            {
                yield return (start, at);
                start = -1;
            }
            at += rune.Utf16SequenceLength;
        }
        if (start >= 0)
            yield return (start, text.Length);
    }

    // The same cut as in a text, so that the words of both compare.
    private static string[] Words(string name) => name.Length > FoldedText.Longest
        ? []
        : [.. Spans(name).Select(s => FoldedText.Of(name[s.Start..s.End])).Where(w => w.Length > 0)];

    private static bool HasNoSpaces(string name) => name.EnumerateRunes().Where(Rune.IsLetter).ToList() is { Count: > 0 } letters
        && letters.TrueForAll(r => r.Value is (>= 0x2E80 and <= 0x9FFF) or (>= 0x0E00 and <= 0x0EFF) or (>= 0x20000 and <= 0x3FFFF));
}
