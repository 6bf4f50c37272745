using System.Globalization;
using System.Text;
using Hub.Delivery.Editions;
using Hub.Pages.Editions.Pdf;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Pages.Tests.Editions.Pdfs;

public sealed class PdfContentsTests
{
    [Theory, MemberData(nameof(Languages))]
    public void The_contents_and_the_bookmarks_lead_to_the_page_of_the_State(Language language)
    {
        var pdf = Printed(language);
        var headings = pdf.Lines.Where(l => l.Size == PrintedText.Heading).Skip(2).Select(l => (l.Text, l.Page)).ToList();
        var entries = pdf.Lines.Where(l => l.Size == 9).Select(l => l.Text).Chunk(2)
            .Select(e => (e[0], int.Parse(e[1], CultureInfo.InvariantCulture)));
        Assert.Equal(headings, entries);
        Assert.Equal(headings.Select(h => h.Page), pdf.Bookmarks.Select(b => b.Page));
    }

    [Fact]
    public void A_document_says_what_it_is_and_nothing_of_when_it_was_made()
    {
        var information = Printed(Language.French).Information;
        Assert.Equal("Répertoire des autorités nationales compétentes – Édition 2026/2", information.Title);
        Assert.Equal("Secrétariat du répertoire", information.Author);
        Assert.Equal("D:20260301000000+00'00'", information.CreationDate);
        Assert.Equal(information.CreationDate, information.ModifiedDate);
        var bytes = Encoding.Latin1.GetString(EditionSample.Files.Single(f => f.Name == "directory.fr.pdf").Content.Span);
        Assert.Contains("/Lang(fr)", bytes, StringComparison.Ordinal);
        Assert.Contains("<xmp:ModifyDate>2026-03-01T00:00:00Z", bytes, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"D:(?!20260301)\d{4}|/NM", bytes);
    }

    [Fact]
    public void A_revision_says_what_it_replaces_and_why()
    {
        var revised = EditionSample.Second with { Id = new(2026, 2, EditionKind.Revision, 1), Reason = "A State was missing." };
        var pdf = PrintedText.Of(EditionPdf.Directory(new(revised, EditionSample.Changes), new(Language.English)));
        Assert.Contains("takestheplaceofedition2026/2.Reason:AStatewasmissing.", pdf.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_edition_compares_itself_with_nothing()
    {
        var none = EditionChanges.Between(null, EditionSample.First);
        Assert.Contains(
            "Thisisthefirstedition", PrintedText.Of(EditionPdf.Changes(new(EditionSample.First, none), new(Language.English))).Body,
            StringComparison.Ordinal);
        var pdf = PrintedText.Of(EditionPdf.Directory(new(EditionSample.First, none), new(Language.English)));
        Assert.DoesNotContain("Changes since", string.Concat(pdf.Bookmarks.Select(b => b.Title)));
    }

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    private static PrintedText Printed(Language language) => PrintedText.Of($"directory.{language.Code()}.pdf");
}
