using Hub.Delivery.Editions;
using Hub.Pages.Editions;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Tests.Editions.Unwritable;

public sealed class LeftOutRecordTests : UnwritableCase
{
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

    [Theory, MemberData(nameof(Languages))]
    public void The_first_page_of_a_PDF_says_so_too(Language language)
    {
        var first = PrintedText.Of($"directory.{language.Code()}.pdf", Rendered.Files).Lines.Where(l => l.Page == 1).Select(l => l.Text);
        var note = EditionText.LeftOut(1, new(language))!.ToText(false);
        Assert.Contains(Letters(note), Letters(string.Concat(first)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_says_so_in_a_row_of_its_own_with_as_many_columns()
    {
        var rows = EditionSample.Text("directory.csv", Rendered.Files).TrimStart('\uFEFF').Split("\r\n");
        Assert.StartsWith("\"Left out of this file", rows[1], StringComparison.Ordinal);
        Assert.Equal(rows[0].Count(c => c == ','), rows[1].Split("\",\"").Length - 1);
    }

    // Where signs stand among letters that are read from right to left is told by BidiTests.
    private static string Letters(string text) => string.Concat(PrintedText.Flat(text).Where(char.IsLetter));

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];
}
