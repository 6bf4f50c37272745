namespace Hub.Local.Terminal;

/// <summary>Texts in columns beside each other, each broken to its column's width.</summary>
public static class SideBySide
{
    private const string Between = " │ ";

    /// <summary>The lines, within the screen's width after a margin.</summary>
    public static IEnumerable<string> Of(int margin, params string[] texts)
    {
        var width = (Screen.Width - margin - (Between.Length * (texts.Length - 1))) / texts.Length;
        var columns = texts.Select(t => Broken(t, width).ToList()).ToList();
        for (var i = 0; i < columns.Max(c => c.Count); i++)
        {
            var cells = columns.Select(c => c.ElementAtOrDefault(i)?.PadRight(width) ?? new string(' ', width));
            yield return new string(' ', margin) + string.Join(Between, cells).TrimEnd();
        }
    }

    private static IEnumerable<string> Broken(string text, int width)
    {
        foreach (var paragraph in text.Replace("\r", "", StringComparison.Ordinal).Split("\n\n"))
        {
            var line = "";
            foreach (var word in paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(w => w.Chunk(width)).Select(w => new string(w)))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > width)
                {
                    yield return line;
                    line = "";
                }
                line = line.Length == 0 ? word : $"{line} {word}";
            }
            yield return line;
            yield return "";
        }
    }
}
