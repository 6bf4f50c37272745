using System.Text.RegularExpressions;

namespace Hub.Intake.Files.Unpacking;

/// <summary>The first line by which a table tells spreadsheets what separates its cells: <c>sep=;</c>. It is none of its rows.</summary>
internal static partial class SeparatorLine
{
    /// <summary>The separator, and where the rows begin; null where there is no such line.</summary>
    public static (char Separator, int Rows)? Of(string text) => First().Match(text) is { Success: true } line
        ? (line.Groups[1].Value[0], line.Length)
        : null;

    [GeneratedRegex("""^\uFEFF?"?sep=([,;\t|])"?[,;\t|]*(?:\r\n|\r|\n)""", RegexOptions.IgnoreCase)]
    private static partial Regex First();
}
