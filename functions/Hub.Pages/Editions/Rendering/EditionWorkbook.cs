using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Hub.Delivery.Editions;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Problems;

namespace Hub.Pages.Editions.Rendering;

/// <summary>An edition as a workbook: authorities, declarations and networks, changes. The same edition gives the same bytes.</summary>
internal static class EditionWorkbook
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestSheetName = 31;
    private const int LongestCell = 32_767;

    /// <summary>The workbook in a language.</summary>
    public static byte[] Of(EditionParts parts, Labels labels)
    {
        var edition = parts.Edition;
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            // Ids of its own: the library would make them up anew each time.
            var book = document.AddNewPart<WorkbookPart>($"{MediaType}.main+xml", "rIdBook");
            book.Workbook = new Workbook(new Sheets());
            AddStyles(book);
            AddSheet(book, 1, labels["Edition.Authorities"], labels, Authorities(parts, labels));
            AddSheet(book, 2, labels["Page.NetworksOf.Title"], labels, States(edition, labels));
            AddSheet(book, 3, labels["Edition.Change"], labels, Changes(parts, labels));
            book.Workbook.Save();
        }
        return FixedZip.Of(stream);
    }

    private static IEnumerable<IEnumerable<string>> Authorities(EditionParts parts, Labels labels)
    {
        var edition = parts.Edition;
        var facts = new AuthorityFacts(labels, edition.CutOff);
        // The name stands before the rest, in one language.
        var fields = AuthorityFacts.Fields.Skip(1).ToList();
        yield return [labels["Page.State"], labels["Edition.Record"], labels.Field("authorityName"), .. fields.Select(facts.Label)];
        if (EditionText.LeftOut(parts.LeftOut, labels) is { } note)
            yield return [note.ToText(labels.RightToLeft)];
        foreach (var state in edition.StatesIn(labels.Language))
            foreach (var authority in state.Authorities)
                yield return
                [
                    state.Name(labels.Language), authority.RecordId, authority.Restricted.NameIn(labels.Language.Code()),
                    .. fields.Select(f => EditionCsv.Text(facts.Values(f, authority))),
                ];
    }

    private static IEnumerable<IEnumerable<string>> States(Edition edition, Labels labels)
    {
        yield return
        [
            labels["Page.State"], labels["Edition.Authorities"], labels["Page.LegalBasis.Title"], labels["Edition.Nil"],
            labels["Page.NetworksOf.Title"],
        ];
        foreach (var state in edition.StatesIn(labels.Language))
            yield return
            [
                state.Name(labels.Language), labels.Number(state.Authorities.Count),
                EditionCsv.Text(state.LegalBasis.Select(l => StateFactsText.Of(l, labels))),
                EditionCsv.Text(state.NilDeclarations.Select(n => StateFactsText.Of(n, labels))),
                EditionCsv.Text(state.Networks.Select(n => StateFactsText.Of(n, labels))),
            ];
    }

    private static IEnumerable<IEnumerable<string>> Changes(EditionParts parts, Labels labels)
    {
        yield return
        [
            labels["Page.State"], labels["Edition.Change"], labels["Edition.Field"], labels["Edition.Before"], labels["Edition.After"],
        ];
        foreach (var state in ChangeTable.Of(parts.Edition, parts.Changes, labels))
            foreach (var change in state.Changes)
                foreach (var row in change.Rows)
                    yield return
                    [
                        state.State, change.Headline.ToText(false), row.Label, EditionCsv.Text(row.Before), EditionCsv.Text(row.After),
                    ];
    }

    private static void AddSheet(WorkbookPart book, uint number, string name, Labels labels, IEnumerable<IEnumerable<string>> rows)
    {
        var part = book.AddNewPart<WorksheetPart>($"rId{number}");
        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteElement(new SheetViews(new SheetView(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
            {
                WorkbookViewId = 0, RightToLeft = labels.RightToLeft ? true : null,
            }));
            writer.WriteElement(new Columns(new Column { Min = 1, Max = 60, Width = 28, CustomWidth = true }));
            writer.WriteStartElement(new SheetData());
            var style = 1u;
            foreach (var row in rows)
            {
                writer.WriteElement(new Row(row.Select(text => Cell(text, style))));
                style = 2u;
            }
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        var title = name[..Math.Min(name.Length, LongestSheetName)];
        book.Workbook!.Sheets!.Append(new Sheet { Name = title, SheetId = number, Id = $"rId{number}" });
    }

    // Every cell is a text: what a State wrote is never a formula.
    private static Cell Cell(string text, uint style)
    {
        // Half a character that the cut leaves is written as a replacement.
        var shown = WritableText.Of(text.Length <= LongestCell ? text : text[..LongestCell]);
        return new(new InlineString(new Text(shown) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString, StyleIndex = style,
        };
    }

    private static void AddStyles(WorkbookPart book)
    {
        var styles = book.AddNewPart<WorkbookStylesPart>("rIdStyles");
        styles.Stylesheet = new Stylesheet(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), Format(1), Format(0)));
        styles.Stylesheet.Save();
    }

    private static CellFormat Format(uint font) => new(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
    {
        FontId = font, ApplyFont = true, ApplyAlignment = true,
    };
}
