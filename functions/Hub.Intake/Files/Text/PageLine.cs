namespace Hub.Intake.Files.Text;

/// <summary>What stands side by side on a page: a paragraph, or the cells of a table's row.</summary>
/// <param name="Cells">Its texts, in their order; one for a paragraph.</param>
/// <param name="IsRow">Whether it is a row of a table.</param>
internal sealed record PageLine(IReadOnlyList<string> Cells, bool IsRow = false);
