namespace Hub.Notices;

/// <summary>Where in a file, or in the text of a notice, something was read.</summary>
/// <param name="File">The file's name; null for the text of the notice or mail itself.</param>
public sealed record FormPlace(string? File = null)
{
    /// <summary>The sheet of a workbook.</summary>
    public string? Sheet { get; init; }

    /// <summary>A cell of it, e.g. <c>D12</c>.</summary>
    public string? Cell { get; init; }

    /// <summary>The row of a table, from 1: of a CSV its line of fields, of a document counted through all its tables.</summary>
    public int? Row { get; init; }

    /// <summary>The paragraph of a document outside its tables, from 1.</summary>
    public int? Paragraph { get; init; }

    /// <summary>The line of a text, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>The place in a JSON file: a JSON pointer (RFC 6901).</summary>
    public string? Pointer { get; init; }

    /// <summary>As short as a spreadsheet writes it, and the same in every language: <c>form.xlsx Form!D12</c>.</summary>
    public override string ToString() => string.Join(' ', new[]
    {
        File,
        Cell is null ? null : $"{Sheet}!{Cell}",
        Row is null ? null : $"№ {Row}",
        Paragraph is null ? null : $"¶ {Paragraph}",
        Line is null ? null : $": {Line}",
        Pointer,
    }.Where(p => p is not null));
}
