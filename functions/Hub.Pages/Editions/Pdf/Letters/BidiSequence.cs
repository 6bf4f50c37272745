namespace Hub.Pages.Editions.Pdf.Letters;

/// <summary>What stands directly in one isolate, or in the paragraph: the rules W1 to W7, N0 to N2 and I1 of UAX 9.</summary>
internal sealed class BidiSequence
{
    private const string Opening = "([{\u3008\u300A\u300C\u300E\u3010\u3014";
    private const string Closing = ")]}\u3009\u300B\u300D\u300F\u3011\u3015";
    private const int MostOpen = 63;

    private readonly string _text;
    private readonly IReadOnlyList<int> _indices;
    private readonly int _level;
    private readonly BidiClass[] _classes;

    /// <summary>Begins with what the characters are by themselves.</summary>
    public BidiSequence(string text, BidiClass[] classes, IReadOnlyList<int> indices, int level)
    {
        (_text, _indices, _level) = (text, indices, level);
        _classes = [.. indices.Select(i => classes[i] is BidiClass.Isolate or BidiClass.EndOfIsolate ? BidiClass.Other : classes[i])];
    }

    private BidiClass Own => (_level & 1) == 0 ? BidiClass.Left : BidiClass.Right;

    /// <summary>Writes the levels.</summary>
    public void Resolve(byte[] levels)
    {
        Marks();
        Numbers();
        Signs();
        Brackets();
        Neutrals();
        for (var i = 0; i < _classes.Length; i++)
            levels[_indices[i]] = (byte)(_level + (Own, _classes[i]) switch
            {
                (BidiClass.Left, BidiClass.Right) => 1,
                (BidiClass.Left, BidiClass.Number or BidiClass.ArabicNumber) => 2,
                (BidiClass.Right, BidiClass.Left or BidiClass.Number or BidiClass.ArabicNumber) => 1,
                _ => 0,
            });
    }

    // W1.
    private void Marks()
    {
        for (var i = 0; i < _classes.Length; i++)
            if (_classes[i] == BidiClass.Mark)
                _classes[i] = i == 0 ? Own : _classes[i - 1];
    }

    // W2, W3: digits after Arabic letters are Arabic numbers; then those letters are as others from right to left.
    private void Numbers()
    {
        var strong = Own;
        for (var i = 0; i < _classes.Length; i++)
            if (_classes[i] is BidiClass.Left or BidiClass.Right or BidiClass.Arabic)
                strong = _classes[i];
            else if (_classes[i] == BidiClass.Number && strong == BidiClass.Arabic)
                _classes[i] = BidiClass.ArabicNumber;
        Array.ForEach([.. Enumerable.Range(0, _classes.Length).Where(i => _classes[i] == BidiClass.Arabic)],
            i => _classes[i] = BidiClass.Right);
    }

    // W4 to W7: what stands between digits or beside them.
    private void Signs()
    {
        for (var i = 1; i < _classes.Length - 1; i++)
            if (_classes[i - 1] == _classes[i + 1] && (_classes[i], _classes[i - 1]) is
                (BidiClass.Separator or BidiClass.Common, BidiClass.Number) or (BidiClass.Common, BidiClass.ArabicNumber))
                _classes[i] = _classes[i - 1];
        foreach (var (start, end) in Stretches(c => c == BidiClass.Terminator))
            if (At(start - 1) == BidiClass.Number || At(end) == BidiClass.Number)
                Array.Fill(_classes, BidiClass.Number, start, end - start);
        var strong = Own;
        for (var i = 0; i < _classes.Length; i++)
            if (_classes[i] is BidiClass.Separator or BidiClass.Terminator or BidiClass.Common)
                _classes[i] = BidiClass.Other;
            else if (_classes[i] is BidiClass.Left or BidiClass.Right)
                strong = _classes[i];
            else if (_classes[i] == BidiClass.Number && strong == BidiClass.Left)
                _classes[i] = BidiClass.Left;
    }

    // N0: a pair of brackets goes with what it holds.
    private void Brackets()
    {
        foreach (var (open, close) in Pairs().OrderBy(p => p.Open))
        {
            var inside = _classes[(open + 1)..close].Select(Direction).Where(d => d is not null).ToList();
            if (inside.Count == 0)
                continue;
            var other = Own == BidiClass.Left ? BidiClass.Right : BidiClass.Left;
            var before = _classes[..open].Reverse().Select(Direction).FirstOrDefault(d => d is not null) ?? Own;
            _classes[open] = _classes[close] = inside.Contains(Own) || before != other ? Own : other;
        }
    }

    private List<(int Open, int Close)> Pairs()
    {
        var (pairs, open) = (new List<(int, int)>(), new List<(int At, int Kind)>());
        for (var i = 0; i < _classes.Length; i++)
        {
            if (_classes[i] != BidiClass.Other)
                continue;
            if (Opening.IndexOf(_text[_indices[i]], StringComparison.Ordinal) is >= 0 and var begins)
            {
                if (open.Count == MostOpen)
                    return pairs;
                open.Add((i, begins));
            }
            else if (Closing.IndexOf(_text[_indices[i]], StringComparison.Ordinal) is >= 0 and var ends
                && open.FindLastIndex(o => o.Kind == ends) is >= 0 and var match)
            {
                pairs.Add((open[match].At, i));
                open.RemoveRange(match, open.Count - match);
            }
        }
        return pairs;
    }

    // N1, N2: signs and blanks between two of one direction go with them, others with the paragraph or isolate.
    private void Neutrals()
    {
        foreach (var (start, end) in Stretches(c => c is BidiClass.Other or BidiClass.Space))
        {
            var (before, after) = (Direction(At(start - 1)) ?? Own, Direction(At(end)) ?? Own);
            Array.Fill(_classes, before == after ? before : Own, start, end - start);
        }
    }

    // A number counts as read from right to left (N0, N1).
    private static BidiClass? Direction(BidiClass of) => of switch
    {
        BidiClass.Left => BidiClass.Left,
        BidiClass.Right or BidiClass.Number or BidiClass.ArabicNumber => BidiClass.Right,
        _ => null,
    };

    private BidiClass At(int index) => index >= 0 && index < _classes.Length ? _classes[index] : Own;

    private List<(int Start, int End)> Stretches(Func<BidiClass, bool> of)
    {
        var stretches = new List<(int, int)>();
        for (var start = 0; start < _classes.Length; start++)
        {
            var end = start;
            while (end < _classes.Length && of(_classes[end]))
                end++;
            if (end > start)
                stretches.Add((start, end));
            start = end;
        }
        return stretches;
    }
}
