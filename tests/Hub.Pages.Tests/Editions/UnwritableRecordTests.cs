using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Hub.Delivery.Editions;
using Hub.Pages.Editions;
using Hub.Pages.Editions.Pdf;
using Hub.Pages.Editions.Rendering;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Editions;

/// <summary>I11: a record that cannot be written stops no edition.</summary>
public sealed class UnwritableRecordTests
{
    // Everything that the intake asks about now and that older records have.
    private const string Hostile = "Office\v\u0001\uFFFF\uD800\u0085of\u009F Law";
    private static readonly string[] Bad = ["bad"];

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    public static TheoryData<Language> Printed => [.. EditionPdf.Languages];

    // What a record would need to hold so that no writer of today can tell it: a language that is none.
    private static Authority Untellable { get; } = EditionSample.Office("bad", "SEN", "Cannot be told") is var a
        ? a with { Restricted = a.Restricted with { LanguagesSpoken = [null!] } }
        : null!;

    private static Edition Edition { get; } = EditionSample.Of(
        EditionSample.Register(EditionSample.Office("r1", "XAA", "Good office"), Untellable, EditionSample.Office("r2", "SEN", "Bureau")),
        new(2026, 1));

    private static (IReadOnlyList<EditionFile> Files, List<LeftOut> LeftOut) Rendered { get; } = Render(Edition);

    [Fact]
    public void Characters_that_no_format_can_carry_are_cleaned_and_nothing_is_left_out()
    {
        var hostile = EditionSample.Office("r1", "XAA", Hostile) is var a
            ? a with { Restricted = a.Restricted with { Comments = Hostile, UnitName = Hostile, RequiredDocuments = [Hostile] } }
            : null!;
        var before = EditionSample.Of(EditionSample.Register(EditionSample.Office("r1", "XAA", "Office")), new(2025, 2));
        var edition = EditionSample.Of(EditionSample.Register(hostile), new(2026, 1), before.Id);
        var (files, leftOut) = Render(edition, EditionChanges.Between(before, edition));
        Assert.Empty(leftOut);
        string[] texts = ["html", "csv", "json"];
        foreach (var file in files.Where(f => texts.Contains(f.Name.Split('.')[^1])))
        {
            var text = Encoding.UTF8.GetString(file.Content.Span);
            XmlConvert.VerifyXmlChars(text.Replace("\\n", "", StringComparison.Ordinal));
            Assert.DoesNotMatch("&#x(B|1|FFFF|9F);|\\\\u00|\uFFFF", text);
        }
        Assert.All(
            files.Where(f => f.MediaType == EditionWorkbook.MediaType),
            f => Assert.Contains(Cells(f), c => c.StartsWith("Office ", StringComparison.Ordinal)));
        Assert.Contains("Law", PrintedText.Of("directory.en.pdf", files).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edition_that_was_frozen_before_texts_were_cleaned_is_cleaned_when_it_is_read()
    {
        var json = Encoding.UTF8.GetString(Edition.ToBytes()).Replace("Good office", "Good\\u000boffice\uFFFF", StringComparison.Ordinal);
        var read = Edition.Read(Encoding.UTF8.GetBytes(json));
        Assert.Contains(read.States, s => s.Authorities.Any(a => a.Restricted.NameIn("en") == "Good office\uFFFD"));
    }

    [Fact]
    public void A_long_text_is_not_cut_in_the_middle_of_a_character()
    {
        var record = EditionSample.Office("r1", "XAA", "Office") is var a
            ? a with { Restricted = a.Restricted with { Comments = new string('x', 32_766) + "😀😀" } }
            : null!;
        var (_, leftOut) = Render(EditionSample.Of(EditionSample.Register(record), new(2026, 1)));
        Assert.Empty(leftOut);
    }

    [Fact]
    public void The_record_alone_is_left_out_and_named_by_its_id_in_each_file_that_lacks_it()
    {
        var (files, leftOut) = Rendered;
        Assert.All(leftOut, l => Assert.Equal(new UnitKey(new("SEN"), EditionSubject.Authority, "bad"), l.Thing));
        var expected = files.Select(f => f.Name).Where(
            n => n.StartsWith("directory.", StringComparison.Ordinal) && n != "directory.schema.json");
        Assert.Equal(expected.Order(), leftOut.Select(l => l.File).Order());
        Assert.Equal(["bad"], LeftOutThing.Of(leftOut).Select(t => t.Id));
        Assert.DoesNotContain("Cannot be told", string.Concat(leftOut), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_first_page_says_in_its_language_how_many_are_left_out_and_where_they_are(Language language)
    {
        var labels = new Labels(language);
        var page = System.Net.WebUtility.HtmlDecode(EditionSample.Text($"directory.{language.Code()}.html", Rendered.Files))
            .Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal);
        var note = EditionText.LeftOut(1, labels)!.ToText(false);
        Assert.Contains(note, page[..page.IndexOf("<main>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("Good office", page, StringComparison.Ordinal);
        Assert.Contains("Bureau", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cannot be told", page, StringComparison.Ordinal);
        var cells = Cells(Rendered.Files.Single(f => f.Name == $"directory.{language.Code()}.xlsx"));
        Assert.Contains(cells, c => c.Contains(EditionText.LeftOut(1, labels)!.ToText(labels.RightToLeft), StringComparison.Ordinal));
        Assert.Contains(cells, c => c.Contains("Bureau", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Printed))]
    public void The_first_page_of_a_PDF_says_so_too(Language language)
    {
        var first = PrintedText.Of($"directory.{language.Code()}.pdf", Rendered.Files).Lines.Where(l => l.Page == 1).Select(l => l.Text);
        var note = EditionText.LeftOut(1, new(language))!.ToText(false);
        Assert.Contains(PrintedText.Flat(note), PrintedText.Flat(string.Concat(first)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_says_so_in_a_row_of_its_own_with_as_many_columns()
    {
        var rows = EditionSample.Text("directory.csv", Rendered.Files).TrimStart('\uFEFF').Split("\r\n");
        Assert.StartsWith("\"Left out of this file", rows[1], StringComparison.Ordinal);
        Assert.Equal(rows[0].Count(c => c == ','), rows[1].Split("\",\"").Length - 1);
    }

    [Fact]
    public void An_edition_that_lacks_nothing_says_nothing_of_it() => Assert.All(
        Enum.GetValues<Language>(), l => Assert.DoesNotContain(
            new Labels(l)["Edition.LeftOut"].Split('{')[0].TrimEnd(), EditionSample.Text($"directory.{l.Code()}.html"),
            StringComparison.Ordinal));

    [Fact]
    public void The_same_edition_gives_the_same_bytes_without_what_it_lacks_I9() => Assert.Equal(
        Rendered.Files.Select(ManifestEntry.Of), Render(Edition).Files.Select(ManifestEntry.Of));

    [Fact]
    public void Several_records_in_several_States_are_found_and_all_others_stay()
    {
        var offices = Enumerable.Range(0, 40)
            .Select(i => EditionSample.Office($"r{i:D2}", i % 2 == 0 ? "XAA" : "SEN", $"Office number {i:D2}"))
            .Select((a, i) => i % 13 == 5 ? a with { Restricted = a.Restricted with { LanguagesSpoken = [null!] } } : a).ToArray();
        var (files, leftOut) = Render(EditionSample.Of(EditionSample.Register(offices), new(2026, 1)));
        Assert.Equal(["r05", "r18", "r31"], LeftOutThing.Of(leftOut).Select(t => t.Id).Order());
        var page = EditionSample.Text("directory.en.html", files);
        Assert.All(offices, o => Assert.Equal(
            leftOut.All(l => l.Thing!.Value.Id != o.Id), page.Contains(o.Restricted.NameIn("en"), StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_whose_writer_fails_whatever_is_in_it_is_left_out_as_a_whole_and_the_others_are_made()
    {
        var leftOut = new List<LeftOut>();
        var writer = new CarefulWriter(new(Edition, EditionChanges.Between(null, Edition)), leftOut.Add);
        Assert.Null(writer.Write("broken", "text/plain", _ => throw new IOException("no font")));
        Assert.Equal([new("broken", null, nameof(IOException))], leftOut);
        // Two that fail together and neither alone: nobody is at fault, and the file is left out.
        Assert.Null(writer.Write("odd", "text/plain", p => p.Edition.Authorities() > 2 ? throw new IOException() : default));
        Assert.NotNull(writer.Write("fine", "text/plain", _ => default));
    }

    [Fact]
    public void Changes_that_cannot_be_told_are_left_out_of_the_changes_and_the_others_stay()
    {
        var was = EditionSample.Office("r1", "XAA", "Good office", "+99915550999");
        var before = EditionSample.Of(EditionSample.Register(was, Good()), new(2025, 2));
        var after = EditionSample.Of(
            EditionSample.Register(EditionSample.Office("r1", "XAA", "Good office"), Untellable with { Version = 2 }), new(2026, 1),
            before.Id);
        var (files, leftOut) = Render(after, EditionChanges.Between(before, after));
        Assert.Contains(leftOut, l => l.File == "changes.en.pdf");
        Assert.Equal(Bad, LeftOutThing.Of(leftOut).Select(t => t.Id));
        var page = System.Net.WebUtility.HtmlDecode(EditionSample.Text("changes.en.html", files));
        Assert.Contains("+99915550999", page, StringComparison.Ordinal);
        Assert.Contains("Left out of this file", page, StringComparison.Ordinal);

        static Authority Good() => EditionSample.Office("bad", "SEN", "Cannot be told");
    }

    private static (IReadOnlyList<EditionFile> Files, List<LeftOut> LeftOut) Render(Edition edition, EditionChanges? changes = null)
    {
        var leftOut = new List<LeftOut>();
        return ([.. new EditionRenderer().Render(edition, changes ?? EditionChanges.Between(null, edition), leftOut.Add)], leftOut);
    }

    private static List<string> Cells(EditionFile workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook.Content.ToArray()), false);
        return [.. document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).Select(c => c.InnerText)];
    }
}
