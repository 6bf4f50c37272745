using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Hub.Delivery.Editions;
using Hub.Notices.Documents;
using Hub.Pages.Editions.Rendering;
using Hub.Pages.Forms;
using Hub.Register.Json;
using Hub.Register.States;
using NJsonSchema;

namespace Hub.Pages.Tests.Editions;

public sealed class EditionDataTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Fact]
    public async Task The_directory_as_JSON_is_what_its_schema_says()
    {
        var schema = await JsonSchema.FromJsonAsync(EditionSample.Text("directory.schema.json"));
        var marked = EditionSample.Of(Marked.Register(), new(2026, 1));
        Assert.All(new[] { EditionSample.First, EditionSample.Second, marked }, e => Assert.Empty(schema.Validate(Json(e))));
        Assert.NotEmpty(schema.Validate(Json(marked).Replace("\"XAA\"", "\"Arvenia\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(Json(marked).Replace("\"states\":", "\"stats\":", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(Json(marked).Replace("\"MLA\"", "\"MLB\"", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_workbook_is_valid_and_holds_every_authority(Language language)
    {
        var bytes = EditionSample.Files.Single(f => f.Name == $"directory.{language.Code()}.xlsx").Content.ToArray();
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var text = document.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet!.InnerText).ToList();
        Assert.Contains(text, t =>
            t.Contains("Parquet <b>général</b>", StringComparison.Ordinal) && t.Contains("+99915550999", StringComparison.Ordinal));
    }

    [Fact]
    public void A_workbook_tells_nothing_of_when_it_was_made()
    {
        var workbook = EditionSample.Files.First(f => f.Name.EndsWith(".xlsx", StringComparison.Ordinal));
        using var zip = new ZipArchive(new MemoryStream(workbook.Content.ToArray()));
        Assert.NotEmpty(zip.Entries);
        Assert.All(zip.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
    }

    [Fact]
    public void A_table_has_a_row_an_authority_and_the_same_columns_in_each()
    {
        var rows = Rows(EditionSample.Text("directory.csv"));
        Assert.Equal(1 + EditionSample.Second.Authorities(), rows.Count);
        Assert.All(rows, r => Assert.Equal(rows[0].Count, r.Count));
        Assert.Equal(["state", "stateName", "recordId", "name"], rows[0].Take(4));
        Assert.Contains(rows, r => r[3] == "Parquet <b>général</b>");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("@SUM(A1)")]
    [InlineData("-cmd")]
    [InlineData("+cmd")]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    [InlineData("+2+3+cmd|' /C calc'!A0")]
    [InlineData("＝1+1")]
    [InlineData("＠SUM(A1)")]
    public void What_a_State_wrote_is_never_a_formula(string name)
    {
        var edition = EditionSample.Of(EditionSample.Register(EditionSample.Office("r", "XAA", name)), new(2026, 1));
        var csv = EditionSample.Text("directory.csv", new EditionRenderer().Render(edition, EditionChanges.Between(null, edition)));
        Assert.Contains(Rows(csv), r => r[3] == $"'{name}");
        Assert.DoesNotContain(Rows(csv).SelectMany(r => r), c => c is ['=' or '+' or '-' or '@', ..]);
    }

    [Theory]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    [InlineData("=1+1")]
    [InlineData("+99915550100")]
    public void In_a_workbook_every_cell_is_a_text_and_none_a_formula_and_nothing_is_put_before_it(string name)
    {
        var edition = EditionSample.Of(EditionSample.Register(EditionSample.Office("r", "XAA", name)), new(2026, 1));
        var files = new EditionRenderer().Render(edition, EditionChanges.Between(null, edition));
        AssertTexts(files.Single(f => f.Name == "directory.en.xlsx").Content.ToArray(), name);
        var form = DesignationForms.Of(DocumentKind.Xlsx, Language.English, new Dictionary<string, string> { ["C1"] = name });
        AssertTexts(form, name);
    }

    private static void AssertTexts(byte[] workbook, string name)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        var sheets = document.WorkbookPart!.WorksheetParts.Select(p => p.Worksheet!).ToList();
        Assert.Empty(sheets.SelectMany(s => s.Descendants<CellFormula>()));
        var cells = sheets.SelectMany(s => s.Descendants<Cell>()).Where(c => c.InnerText.Length > 0).ToList();
        Assert.All(cells, c => Assert.Equal(CellValues.InlineString, c.DataType!.Value));
        Assert.Contains(cells, c => c.InnerText == name);
    }

    private static string Json(Edition edition) => System.Text.Encoding.UTF8.GetString(edition.ToBytes());

    // RFC 4180 as the hub writes it: every field in quotation marks.
    private static List<List<string>> Rows(string csv) => [.. csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(r => r[1..^1].Split("\",\"").Select(c => c.Replace("\"\"", "\"", StringComparison.Ordinal)).ToList())];
}
