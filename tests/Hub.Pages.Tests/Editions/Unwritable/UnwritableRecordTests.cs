using Hub.Delivery.Editions;
using Hub.Pages.Editions.Rendering;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Editions.Unwritable;

/// <summary>I11: a record that cannot be written stops no edition.</summary>
public sealed class UnwritableRecordTests : UnwritableCase
{
    private static readonly string[] Bad = ["bad"];

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
}
