using System.Globalization;
using System.Runtime.Loader;
using System.Text;
using Hub.Delivery.Editions;
using Hub.Pages.Editions;
using Hub.Pages.Editions.Pdf;
using Hub.Pages.Editions.Rendering;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Pages.Tests.Editions;

public sealed class PdfTests
{
    public static TheoryData<Language> Languages => [.. EditionPdf.Languages];

    [Fact]
    public void A_PDF_is_made_in_the_languages_that_can_be_set_and_is_never_public()
    {
        var names = EditionSample.Files.Where(f => f.MediaType == "application/pdf").Select(f => f.Name);
        string[] tags = ["en", "es", "fr", "ru"];
        Assert.Equal(tags.SelectMany(t => new[] { $"changes.{t}.pdf", $"directory.{t}.pdf" }).Order(), names.Order());
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_State_stands_once_in_the_language_s_order(Language language)
    {
        var labels = new Labels(language);
        var pdf = Printed(language);
        string[] headings =
        [
            labels["Edition.Contents"], labels.Say("Edition.Changes", "2026/1").ToText(false),
            .. EditionSample.Second.StatesIn(language).Select(s => s.Name(language)),
        ];
        Assert.Equal(headings.Select(h => h.Normalize()), pdf.InSize(PrintedText.Heading));
        Assert.Equal(headings.Skip(1), pdf.Bookmarks.Select(b => b.Title));
        Assert.All(
            EditionSample.Second.States.SelectMany(s => s.Authorities),
            a => Assert.Contains(a.Restricted.NameIn(language.Code()), pdf.InSize(PrintedText.Subheading)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void It_says_what_the_HTML_says(Language language)
    {
        var labels = new Labels(language);
        var (facts, body) = (new AuthorityFacts(labels, Sample.Today), Printed(language).Body);
        var said = EditionSample.Second.States.SelectMany(s => s.Authorities.SelectMany(facts.Of).Concat(StateFactsText.Of(s, labels)))
            .SelectMany(f => f.Values.Select(v => v.ToText(false)).Prepend(f.Label)).ToList();
        Assert.NotEmpty(said);
        Assert.All(said, s => Assert.Contains(PrintedText.Flat(s.Normalize()), body, StringComparison.Ordinal));
        foreach (var changes in new[] { body, PrintedText.Of($"changes.{language.Code()}.pdf").Body })
            Assert.Matches("\\+99915550100.*\\+99915550999", changes);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_page_says_its_number_and_how_many_there_are(Language language)
    {
        var pdf = Printed(language);
        var numbers = pdf.InSize(PrintedText.Running).Where(t => t.Contains(" / ")).ToList();
        Assert.Equal(Enumerable.Range(1, pdf.Pages).Select(n => $"{n} / {pdf.Pages}"), numbers);
        Assert.All(
            pdf.Lines.Where(l => l.Page > 1).GroupBy(l => l.Page),
            p => Assert.Contains(p, l => l.Text == EditionText.Running(EditionSample.Second.Id, new(language)).Normalize()));
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_contents_and_the_bookmarks_lead_to_the_page_of_the_State(Language language)
    {
        var pdf = Printed(language);
        var headings = pdf.Lines.Where(l => l.Size == PrintedText.Heading).Skip(1).Select(l => (l.Text, l.Page)).ToList();
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

    [Fact]
    public void A_text_taken_out_by_another_program_is_the_same()
    {
        if (OtherProgram.TextOf(EditionSample.Files.Single(f => f.Name == "directory.ru.pdf").Content) is not { } text)
            return;
        var said = Printed(Language.Russian).Lines.Where(l => l.Size is PrintedText.Heading or PrintedText.Subheading).ToList();
        Assert.NotEmpty(said);
        Assert.All(said, l => Assert.Contains(l.Text, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_edition_gives_the_same_bytes_whatever_was_made_before_and_beside_it_I9()
    {
        var edition = Edition.Read(EditionSample.Second.ToBytes());
        var others = Enumerable.Range(0, 6).AsParallel().AsOrdered().WithDegreeOfParallelism(6)
            .Select(n => Pdf(edition, EditionPdf.Languages[n % 4])).ToList();
        Assert.Equal(Expected.Concat(Expected).Take(6), others.Select(ManifestEntry.Of));
    }

    [Fact]
    public void A_hub_that_has_made_no_PDF_yet_makes_the_same_bytes_in_every_thread_I9()
    {
        // Loaded apart, the library and the renderer begin with nothing in their caches, as in a process of their own.
        var pages = new Apart().LoadFromAssemblyName(typeof(EditionRenderer).Assembly.GetName());
        var renderer = (IEditionRenderer)Activator.CreateInstance(pages.GetType(typeof(EditionRenderer).FullName!)!)!;
        Assert.IsNotType<EditionRenderer>(renderer);
        var files = Enumerable.Range(0, 3).AsParallel().WithDegreeOfParallelism(3)
            .Select(_ => renderer.Render(EditionSample.Second, EditionSample.Changes).Select(ManifestEntry.Of).ToList()).ToList();
        Assert.All(files, f => Assert.Equal(EditionSample.Files.Select(ManifestEntry.Of), f));
    }

    [Fact]
    public void One_PDF_is_made_at_a_time()
    {
        var none = EditionChanges.Between(null, EditionSample.First);
        var length = 0;
        var making = new Thread(() => length = EditionPdf.Changes(new(EditionSample.First, none), new(Language.English)).Length);
        lock (PdfFonts.Gate)
        {
            making.Start();
            // Without a gate it would come to its end and never wait.
            Assert.True(SpinWait.SpinUntil(() => making.ThreadState.HasFlag(ThreadState.WaitSleepJoin), TimeSpan.FromSeconds(30)));
            Assert.Equal(0, length);
        }
        making.Join();
        Assert.NotEqual(0, length);
    }

    [Fact]
    public void What_differs_has_another_id()
    {
        var ids = EditionSample.Files.Where(f => f.MediaType == EditionPdf.MediaType).Select(f => Encoding.Latin1.GetString(f.Content.Span))
            .Select(t => t[t.LastIndexOf("/ID[<", StringComparison.Ordinal)..][5..37]).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9A-F]{32}$", id));
    }

    private static IEnumerable<ManifestEntry> Expected =>
        EditionPdf.Languages.Select(l => ManifestEntry.Of(EditionSample.Files.Single(f => f.Name == $"directory.{l.Code()}.pdf")));

    private static EditionFile Pdf(Edition edition, Language language) => new(
        $"directory.{language.Code()}.pdf", EditionPdf.MediaType, EditionPdf.Directory(new(edition, EditionSample.Changes), new(language)));

    private static PrintedText Printed(Language language) => PrintedText.Of($"directory.{language.Code()}.pdf");

    private sealed class Apart : AssemblyLoadContext
    {
        protected override System.Reflection.Assembly? Load(System.Reflection.AssemblyName name) =>
            name.Name == "Hub.Pages" || name.Name!.StartsWith("PdfSharp", StringComparison.Ordinal)
                ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, $"{name.Name}.dll"))
                : null;
    }
}
