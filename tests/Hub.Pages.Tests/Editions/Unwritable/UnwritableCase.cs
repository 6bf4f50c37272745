using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Hub.Delivery.Editions;
using Hub.Pages.Editions.Rendering;
using Hub.Register.Records;

namespace Hub.Pages.Tests.Editions.Unwritable;

/// <summary>Editions with records that cannot be written.</summary>
public abstract class UnwritableCase
{
    // What a record would need to hold so that no writer of today can tell it: a language that is none.
    private protected static Authority Untellable { get; } = EditionSample.Office("bad", "SEN", "Cannot be told") is var a
        ? a with { Restricted = a.Restricted with { LanguagesSpoken = [null!] } }
        : null!;
    private protected static Edition Edition { get; } = EditionSample.Of(
        EditionSample.Register(EditionSample.Office("r1", "XAA", "Good office"), Untellable, EditionSample.Office("r2", "SEN", "Bureau")),
        new(2026, 1));
    private protected static (IReadOnlyList<EditionFile> Files, List<LeftOut> LeftOut) Rendered { get; } = Render(Edition);

    private protected static (IReadOnlyList<EditionFile> Files, List<LeftOut> LeftOut) Render(
        Edition edition, EditionChanges? changes = null)
    {
        var leftOut = new List<LeftOut>();
        return ([.. new EditionRenderer().Render(edition, changes ?? EditionChanges.Between(null, edition), leftOut.Add)], leftOut);
    }

    private protected static List<string> Cells(EditionFile workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook.Content.ToArray()), false);
        return [.. document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).Select(c => c.InnerText)];
    }
}
