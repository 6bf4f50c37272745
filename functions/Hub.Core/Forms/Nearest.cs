namespace Hub.Core.Forms;

/// <summary>What somebody may have meant by a misspelt name.</summary>
internal static class Nearest
{
    private const int MostEdits = 2;

    /// <summary>The nearest known name, at most two edits away; null where none is.</summary>
    public static string? To(string name, IEnumerable<string> known) => known
        .Where(k => Math.Abs(k.Length - name.Length) <= MostEdits)
        .Select(k => (Name: k, Edits: Edits(name.ToUpperInvariant(), k.ToUpperInvariant())))
        .Where(k => k.Edits <= MostEdits)
        .OrderBy(k => k.Edits)
        .Select(k => k.Name)
        .FirstOrDefault();

    // Levenshtein's distance, row by row.
    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
