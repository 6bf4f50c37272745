using Hub.Pages.Editions;
using Hub.Pages.Editions.Pdf.Letters;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Tests.Editions.Pdfs;

public sealed class PdfTests
{
    [Fact]
    public void A_PDF_is_made_in_each_language_and_is_never_public()
    {
        var names = EditionSample.Files.Where(f => f.MediaType == "application/pdf").Select(f => f.Name);
        string[] tags = ["ar", "en", "es", "fr", "ru", "zh"];
        Assert.Equal(tags.SelectMany(t => new[] { $"changes.{t}.pdf", $"directory.{t}.pdf" }).Order(), names.Order());
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_State_stands_once_in_the_language_s_order(Language language)
    {
        var labels = new Labels(language);
        var pdf = Printed(language);
        string[] headings =
        [
            labels["Edition.Use"], labels["Edition.Contents"], labels.Say("Edition.Changes", "2026/1").ToText(false),
            labels["Edition.Index"], labels["Edition.DayAndNight"],
            .. EditionSample.Second.StatesIn(language).Select(s => s.Name(language)),
        ];
        Assert.Equal(headings.Select(h => PrintedText.Unmarked(h.Normalize())), pdf.InSize(PrintedText.Heading));
        Assert.Equal(headings.Skip(2), pdf.Bookmarks.Select(b => b.Title));
        Assert.All(
            EditionSample.Second.States.SelectMany(s => s.Authorities),
            a => Assert.Contains(PrintedText.Unmarked(a.Restricted.NameIn(language.Code())), pdf.InSize(PrintedText.Subheading)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void It_says_what_the_HTML_says(Language language)
    {
        var labels = new Labels(language);
        var (facts, body) = (new AuthorityFacts(labels, Sample.Today), Printed(language).Body);
        var said = EditionSample.Second.States.SelectMany(s => s.Authorities.SelectMany(facts.Of).Concat(StateFactsText.Of(s, labels)))
            .SelectMany(f => f.Values.Select(v => v.ToText(false)).Prepend(f.Label)).Where(IsOfOneDirection).ToList();
        Assert.NotEmpty(said);
        Assert.All(said, s => Assert.Contains(PrintedText.Flat(s.Normalize()), body, StringComparison.Ordinal));
        foreach (var changes in new[] { body, PrintedText.Of($"changes.{language.Code()}.pdf").Body })
            Assert.Matches("\\+99915550100.*\\+99915550999", changes);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_page_says_its_number_and_how_many_there_are(Language language)
    {
        var pdf = Printed(language);
        var running = PrintedText.Unmarked(EditionText.Running(EditionSample.Second.Id, new(language)).Normalize());
        var numbers = pdf.InSize(PrintedText.Running).Where(t => t.Contains(" / ")).ToList();
        Assert.Equal(Enumerable.Range(1, pdf.Pages).Select(n => language == Language.Arabic ? $"{pdf.Pages} / {n}" : $"{n} / {pdf.Pages}"), numbers);
        Assert.All(
            pdf.Lines.Where(l => l.Page > 1).GroupBy(l => l.Page),
            p => Assert.Contains(p, l => l.Text == running));
    }

    // In which order a line of both directions stands is told by BidiTests.
    private static bool IsOfOneDirection(string text) =>
        !text.AsSpan().ContainsAny(RightToLeft.Turns) || text.All(c => c == ' ' || RightToLeft.IsJoined(c));

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    private static PrintedText Printed(Language language) => PrintedText.Of($"directory.{language.Code()}.pdf");
}
