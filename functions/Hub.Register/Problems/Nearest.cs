namespace Hub.Register.Problems;

/// <summary>What somebody may have meant by a misspelt name.</summary>
public static class Nearest
{
    /// <summary>The nearest known name, at most so many edits away; null where none is.</summary>
    public static string? To(string name, IEnumerable<string> known, int mostEdits = 2) => known
        .Where(k => Math.Abs(k.Length - name.Length) <= mostEdits)
        .Select(k => (Name: k, Edits: Edits(name.ToUpperInvariant(), k.ToUpperInvariant())))
        .Where(k => k.Edits <= mostEdits)
        .OrderBy(k => k.Edits)
        .Select(k => k.Name)
        .FirstOrDefault();

    /// <summary>Levenshtein's distance, two letters that changed places counting as one edit: the commonest slip there is.</summary>
    internal static int Edits(string a, string b)
    {
        var edits = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
                edits[i, j] = Cell(edits, a, b, i, j);
        return edits[a.Length, b.Length];
    }

    private static int Cell(int[,] edits, string a, string b, int i, int j)
    {
        if (i == 0 || j == 0)
            return i + j;
        var changed = edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var least = Math.Min(changed, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(least, edits[i - 2, j - 2] + 1) : least;
    }
}
