using System.Runtime.Loader;
using System.Text;
using Hub.Delivery.Editions;
using Hub.Pages.Editions.Pdf;
using Hub.Pages.Editions.Pdf.Letters;
using Hub.Pages.Editions.Rendering;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Tests.Editions.Pdfs;

public sealed class PdfBytesTests
{
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
            .Select(n => Pdf(edition, Enum.GetValues<Language>()[n % 6])).ToList();
        Assert.Equal(Expected, others.Select(ManifestEntry.Of));
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

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    private static IEnumerable<ManifestEntry> Expected =>
        Enum.GetValues<Language>().Select(l => ManifestEntry.Of(EditionSample.Files.Single(f => f.Name == $"directory.{l.Code()}.pdf")));

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
