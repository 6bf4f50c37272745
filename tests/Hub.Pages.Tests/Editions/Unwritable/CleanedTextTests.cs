using System.Text;
using System.Xml;
using Hub.Delivery.Editions;
using Hub.Pages.Editions.Rendering;

namespace Hub.Pages.Tests.Editions.Unwritable;

public sealed class CleanedTextTests : UnwritableCase
{
    // Everything that the intake asks about now and that older records have.
    private const string Hostile = "Office\v\u0001\uFFFF\uD800\u0085of\u009F Law";

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
}
