using System.Text.RegularExpressions;
using Hub.Delivery.Editions;
using Hub.Pages.Editions;
using Hub.Pages.Editions.Rendering;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Editions;

public sealed class EditionRendererTests
{
    private static readonly string[] ChangedStates = ["XAA", "CIV", "SEN"];
    private static readonly string[] WithChanges = ["changes", "directory"];

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Fact]
    public void The_same_edition_gives_the_same_bytes_I9()
    {
        var again = new EditionRenderer().Render(Edition.Read(EditionSample.Second.ToBytes()), EditionSample.Changes);
        Assert.Equal(EditionSample.Files.Select(ManifestEntry.Of), again.Select(ManifestEntry.Of));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_State_stands_once_in_the_directory_in_the_language_s_order(Language language)
    {
        var page = EditionSample.Text($"directory.{language.Code()}.html");
        Assert.Contains($"<html lang=\"{language.Code()}\" dir=\"{language.Direction()}\">", page);
        var states = Regex.Matches(page, "<section id=\"([A-Z]{3})\" class=\"state\">").Select(m => m.Groups[1].Value);
        Assert.Equal(EditionSample.Second.StatesIn(language).Select(s => s.State.Value), states);
        Assert.Single(Regex.Matches(page, "<h1>"));
        Assert.Equal(EditionSample.Second.Authorities(), Regex.Count(page, "<article>"));
        Assert.All(EditionSample.Second.States, s => Assert.Contains($"href=\"#{s.State}\"", page));
    }

    [Theory, MemberData(nameof(Languages))]
    public void No_word_of_another_language_stands_in_a_document(Language language)
    {
        var labels = new Labels(language);
        var page = EditionSample.Text($"directory.{language.Code()}.html");
        Assert.All(
            new[]
            {
                labels["Edition.Title"], labels["Edition.Contents"], labels.Field("phones"),
                labels.Of(InterpolAcceptance.Unknown), labels.Of(RecordStatus.Active),
            },
            word => Assert.Contains(System.Net.WebUtility.HtmlDecode(word), System.Net.WebUtility.HtmlDecode(page)));
        Assert.All(
            Enum.GetValues<Language>().Where(l => l != language),
            l => Assert.DoesNotContain(new Labels(l)["Edition.Restricted"], page));
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_record_that_nobody_confirmed_in_time_says_so(Language language)
    {
        var record = Sample.Authority() is var a
            ? a with { Upkeep = a.Upkeep with { LastConfirmedOn = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero) } }
            : null;
        var edition = EditionSample.Of(EditionSample.Register(record!), new(2026, 1));
        var files = new EditionRenderer().Render(edition, EditionChanges.Between(null, edition));
        Assert.Contains(
            new Labels(language).Of(RecordStatus.NonConfirmed),
            System.Net.WebUtility.HtmlDecode(EditionSample.Text($"directory.{language.Code()}.html", [.. files])));
    }

    [Theory, MemberData(nameof(Languages))]
    public void What_changed_is_told_with_the_values_before_and_now(Language language)
    {
        foreach (var name in WithChanges)
        {
            var page = System.Net.WebUtility.HtmlDecode(EditionSample.Text($"{name}.{language.Code()}.html"));
            Assert.Matches("(?s)\\+99915550100.*\\+99915550999", page);
        }
        var changes = EditionSample.Text($"changes.{language.Code()}.html");
        Assert.All(ChangedStates, s => Assert.Contains(Sample.States[new(s)].Name(language), System.Net.WebUtility.HtmlDecode(changes)));
    }

    [Fact]
    public void What_a_State_wrote_is_never_markup()
    {
        Assert.DoesNotContain("<b>", EditionSample.Text("directory.en.html"));
        Assert.Contains("Parquet &lt;b&gt;g", EditionSample.Text("directory.en.html"));
    }

    [Fact]
    public void An_addendum_holds_the_changes_only()
    {
        var id = new EditionId(2026, 1, EditionKind.Addendum, 1);
        var files = new EditionRenderer().Render(EditionSample.Second with { Id = id }, EditionSample.Changes).Select(f => f.Name);
        Assert.All(files, f => Assert.StartsWith("changes.", f));
        Assert.Equal(12, files.Count());
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

    [Fact]
    public void No_public_file_shows_a_restricted_value_and_no_file_what_is_the_Secretariats_I6()
    {
        var marked = EditionSample.Of(Marked.Register(), new(2026, 1));
        var files = new EditionRenderer().Render(marked, EditionChanges.Between(null, marked)).ToList();
        var open = files.Where(f => f.Name.StartsWith("abstract.", StringComparison.Ordinal)).ToList();
        Assert.Equal(7, open.Count);
        Assert.All(open, f => Assert.DoesNotContain("MARK-OF", EditionSample.Text(f.Name, files)));
        var texts = files.Where(f => !f.Name.EndsWith(".xlsx", StringComparison.Ordinal)).ToDictionary(f => f.Name, f => Text(f, files));
        Assert.All(texts, t => Assert.DoesNotContain(Marked.Secretariat, t.Value, StringComparison.Ordinal));
        var restricted = texts.Where(t => t.Key.StartsWith("directory.", StringComparison.Ordinal) && !t.Key.Contains("schema"));
        Assert.All(restricted, t => Assert.Contains(Marked.Restricted, t.Value, StringComparison.Ordinal));
    }

    private static string Text(EditionFile file, IEnumerable<EditionFile> files) =>
        file.MediaType == "application/pdf" ? PrintedText.Of(file.Content).Body : EditionSample.Text(file.Name, files);

    [Fact]
    public void Every_field_that_a_State_fills_in_is_printed()
    {
        var fields = new[] { typeof(AuthorityPublic), typeof(AuthorityRestricted) }
            .SelectMany(t => HubJson.Options.GetTypeInfo(t).Properties).Select(p => p.Name).Where(n => n != "state");
        Assert.Equal(fields.Append("status").Order(StringComparer.Ordinal), AuthorityFacts.Fields.Order(StringComparer.Ordinal));
        var marked = EditionSample.Of(Marked.Register(), new(2026, 1));
        var authority = marked.States.SelectMany(s => s.Authorities).Single();
        var facts = new AuthorityFacts(new(Language.English), Sample.Today);
        Assert.All(
            AuthorityFacts.Fields.Except(["authorityName", "jurisdiction", "lawLinks"]), f => Assert.NotEmpty(facts.Values(f, authority)));
    }

    [Fact]
    public void Days_with_the_same_hours_stand_together()
    {
        var week = Enum.GetValues<DayOfWeek>().Where(d => d is not DayOfWeek.Saturday)
            .Select(d => new OfficeHours(d, new(d == DayOfWeek.Sunday ? 10 : 8, 30), new(16, 30)));
        var office = Sample.Authority() is var a ? a with { Restricted = a.Restricted with { OfficeHours = [.. week] } } : null;
        var listed = EditionSample.Of(EditionSample.Register(office!), new(2026, 1)).States.SelectMany(s => s.Authorities).Single();
        var lines = new AuthorityFacts(new(Language.English), Sample.Today).Values("officeHours", listed).Select(p => p.ToText(false));
        Assert.Equal(["Monday – Friday; 08:30–16:30", "Sunday; 10:30–16:30"], lines);
    }

    [Theory]
    [InlineData("Europe/Vienna", "Europe/Vienna (UTC+1; at other times of the year UTC+2)")]
    [InlineData("Asia/Kathmandu", "Asia/Kathmandu (UTC+5:45)")]
    [InlineData("Mars/Olympus", "Mars/Olympus")]
    public void A_time_zone_says_its_distance_from_UTC(string zone, string text)
    {
        var office = Sample.Authority() is var a ? a with { Restricted = a.Restricted with { TimeZone = zone } } : null;
        var listed = EditionSample.Of(EditionSample.Register(office!), new(2026, 1)).States.SelectMany(s => s.Authorities).Single();
        Assert.Equal(text, new AuthorityFacts(new(Language.English), Sample.Today).Values("timeZone", listed).Single().ToText(false));
    }
}
