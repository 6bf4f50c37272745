namespace Hub.Pages.Editions.Pdf.Letters;

/// <summary>
/// In which order the characters of a line stand, from Unicode Standard Annex 9 ("UAX 9"): texts without explicit embeddings, which
/// <see cref="Texts.Phrase"/> takes out, and with the isolates that it puts in. No library that can be had does this.
/// </summary>
internal static class Bidi
{
    /// <summary>The level of each character: even ones are read from left to right, odd ones from right to left.</summary>
    public static byte[] Levels(string text, bool isRightToLeft)
    {
        var levels = new byte[text.Length];
        Resolve(text, [.. text.Select(BidiClasses.Of)], levels, 0..text.Length, isRightToLeft ? 1 : 0);
        return levels;
    }

    /// <summary>The runs of a line as they stand from left to right (UAX 9, L1 and L2).</summary>
    public static IReadOnlyList<VisualRun> Order(ReadOnlySpan<char> line, ReadOnlySpan<byte> levels, bool isRightToLeft)
    {
        var runs = Runs(line, levels, isRightToLeft ? 1 : 0);
        for (var level = runs.Max(r => r.Level); level > 0; level--)
            for (var start = 0; start < runs.Count; start++)
            {
                var count = runs.Skip(start).TakeWhile(r => r.Level >= level).Count();
                runs.Reverse(start, count);
                start += count;
            }
        return runs;
    }

    private static List<VisualRun> Runs(ReadOnlySpan<char> line, ReadOnlySpan<byte> levels, int paragraph)
    {
        var (runs, text) = (new List<VisualRun>(), line.TrimEnd(" \u2068\u2069").Length);
        for (var start = 0; start < line.Length;)
        {
            var (end, level) = (start + 1, At(levels, start, text, paragraph));
            while (end < line.Length && At(levels, end, text, paragraph) == level)
                end++;
            runs.Add(new(start, end - start, level));
            start = end;
        }
        return runs.Count > 0 ? runs : [new(0, 0, paragraph)];
    }

    // Blanks and isolates at the end of a line are the paragraph's.
    private static int At(ReadOnlySpan<byte> levels, int index, int text, int paragraph) => index < text ? levels[index] : paragraph;

    private static void Resolve(string text, BidiClass[] classes, byte[] levels, Range range, int level)
    {
        var own = new List<int>();
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            own.Add(i);
            if (classes[i] != BidiClass.Isolate)
                continue;
            var end = End(classes, i, range.End.Value);
            var isLeft = FirstStrong(classes, i + 1, end) == BidiClass.Left;
            Resolve(text, classes, levels, (i + 1)..end, isLeft ? (level + 2) & ~1 : (level + 1) | 1);
            // What ends it is seen next.
            i = end - 1;
        }
        if (own.Count > 0)
            new BidiSequence(text, classes, own, level).Resolve(levels);
    }

    // What an isolate within it holds says nothing of its own direction (P2).
    private static BidiClass FirstStrong(BidiClass[] classes, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (classes[i] is BidiClass.Left or BidiClass.Right or BidiClass.Arabic)
                return classes[i];
            else if (classes[i] == BidiClass.Isolate)
                i = End(classes, i, end);
        return BidiClass.Left;
    }

    private static int End(BidiClass[] classes, int isolate, int end)
    {
        for (var (i, open) = (isolate + 1, 1); i < end; i++)
        {
            open += classes[i] switch { BidiClass.Isolate => 1, BidiClass.EndOfIsolate => -1, _ => 0 };
            if (open == 0)
                return i;
        }
        return end;
    }
}

/// <summary>Characters that stand together and are read in one direction.</summary>
/// <param name="Start">The first of them, in the order of reading.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Level">Their level.</param>
internal readonly record struct VisualRun(int Start, int Length, int Level)
{
    /// <summary>Whether they are read from right to left.</summary>
    public bool IsRightToLeft => (Level & 1) == 1;
}
