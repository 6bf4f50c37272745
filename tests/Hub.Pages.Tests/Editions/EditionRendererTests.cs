using Hub.Delivery.Editions;
using Hub.Pages.Editions.Rendering;
using Hub.Register.Log;

namespace Hub.Pages.Tests.Editions;

public sealed class EditionRendererTests
{
    [Fact]
    public void The_same_edition_gives_the_same_bytes_I9()
    {
        var again = new EditionRenderer().Render(Edition.Read(EditionSample.Second.ToBytes()), EditionSample.Changes);
        Assert.Equal(EditionSample.Files.Select(ManifestEntry.Of), again.Select(ManifestEntry.Of));
    }

    [Fact]
    public void An_addendum_holds_the_changes_only()
    {
        var id = new EditionId(2026, 1, EditionKind.Addendum, 1);
        var files = new EditionRenderer().Render(EditionSample.Second with { Id = id }, EditionSample.Changes).Select(f => f.Name);
        Assert.All(files, f => Assert.StartsWith("changes.", f));
        Assert.Equal(14, files.Count());
    }

    [Fact]
    public void A_revision_says_what_it_replaces_and_why()
    {
        var revised = EditionSample.Second with { Id = new(2026, 2, EditionKind.Revision, 1), Reason = "A State was missing." };
        var page = EditionSample.Text("directory.en.html", new EditionRenderer().Render(revised, EditionSample.Changes));
        Assert.Matches("takes the place of edition <bdi>2026/2</bdi>. Reason: <bdi>A State was missing.</bdi>", page);
    }

    [Fact]
    public void A_first_edition_compares_itself_with_nothing()
    {
        var files = new EditionRenderer().Render(EditionSample.First, EditionChanges.Between(null, EditionSample.First)).ToList();
        Assert.Contains("This is the first edition", EditionSample.Text("changes.en.html", files));
        Assert.DoesNotContain("id=\"changes\"", EditionSample.Text("directory.en.html", files));
    }

    private static string Text(EditionFile file, IEnumerable<EditionFile> files) =>
        file.MediaType == "application/pdf" ? PrintedText.Of(file.Content).Body : EditionSample.Text(file.Name, files);
}
