using Hub.Notices;

namespace Hub.Intake.Forms.Reading;

/// <summary>A text and where it stands.</summary>
/// <param name="Text">The text, trimmed.</param>
/// <param name="Place">Where.</param>
internal sealed record FormCell(string Text, FormPlace Place)
{
    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Text.Length == 0;
}

/// <summary>A row of a table, or a line with a label: whatever stands side by side in a file.</summary>
/// <param name="Cells">Its texts, in their order.</param>
/// <param name="Group">What it belongs to: the sheet of a workbook; empty elsewhere.</param>
internal sealed record FormLine(IReadOnlyList<FormCell> Cells, string Group = "")
{
    /// <summary>Lines of a file that are looked at; no form has so many.</summary>
    public const int Most = 5_000;

    /// <summary>A text as forms compare and keep it: one kind of line break, nothing around it.</summary>
    public static string Trimmed(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            .Trim().Trim('\uFEFF', '\u200B', '\u200E', '\u200F', '\u2068', '\u2069').Trim();
}
