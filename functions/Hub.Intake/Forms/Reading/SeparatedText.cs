namespace Hub.Intake.Forms.Reading;

/// <summary>Comma-separated values of any table, whichever sign a spreadsheet separated them by.</summary>
public static class SeparatedText
{
    /// <summary>So many lines are read of a table.</summary>
    public const int MostLines = FormLine.Most;

    /// <summary>The cells of its lines; empty lines are left out.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string text) =>
        [.. SeparatedLines.Read(text, "").Select(l => (IReadOnlyList<string>)[.. l.Cells.Select(c => c.Text)])];
}
