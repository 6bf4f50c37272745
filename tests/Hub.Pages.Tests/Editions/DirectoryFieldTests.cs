using Hub.Delivery.Editions;
using Hub.Pages.Editions;
using Hub.Pages.Editions.Rendering;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Editions;

public sealed class DirectoryFieldTests
{
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
    [InlineData(Language.French, "Brazil", "Praça 1, Brasilia, Brésil")]
    [InlineData(Language.English, "Brasil", "Praça 1, Brasilia, Brazil")]
    [InlineData(Language.Spanish, "Far away", "Praça 1, Brasilia, Far away")]
    public void The_country_of_an_address_is_named_in_the_language_of_who_reads_it(Language language, string written, string shown)
    {
        var office = Sample.Authority() is var a
            ? a with { Restricted = a.Restricted with { PostalAddress = new(["Praça 1"], "Brasilia", null, written) } } : null;
        var listed = EditionSample.Of(EditionSample.Register(office!), new(2026, 1)).States.SelectMany(s => s.Authorities).Single();
        Assert.Equal(shown, new AuthorityFacts(new(language), Sample.Today).Values("postalAddress", listed).Single().ToText(false));
    }

    [Fact]
    public void An_urgent_procedure_is_told_in_sentences()
    {
        var office = Sample.Authority() is var a
            ? a with { Restricted = a.Restricted with { UrgentProcedure = new(ConfirmWithinHours: 48, ProvisionalArrestDays: 1) } } : null;
        var listed = EditionSample.Of(EditionSample.Register(office!), new(2026, 1)).States.SelectMany(s => s.Authorities).Single();
        Assert.Equal(
            ["what is asked orally must be confirmed in writing within 48 hours", "a provisional arrest lasts at most 1 day"],
            new AuthorityFacts(new(Language.English), Sample.Today).Values("urgentProcedure", listed).Select(p => p.ToText(false)));
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

    private static string Text(EditionFile file, IEnumerable<EditionFile> files) =>
        file.MediaType == "application/pdf" ? PrintedText.Of(file.Content).Body : EditionSample.Text(file.Name, files);
}
