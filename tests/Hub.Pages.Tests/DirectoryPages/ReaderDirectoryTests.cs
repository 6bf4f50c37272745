using Hub.Pages.Directory.Frame;
using Hub.Pages.Site;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.DirectoryPages;

/// <summary>What readers of the directory see: who to call now.</summary>
public sealed class ReaderDirectoryTests
{
    private const string Hostile = "<script>alert(1)</script>\"onload=\"x";

    // Sunday, 03:00 in Dakar.
    private static readonly DateTimeOffset Night = new(2026, 3, 1, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void In_an_urgent_case_at_night_the_number_that_is_answered_comes_first()
    {
        var html = Found(Night, isUrgent: true, r => r with { Phones = [new("+99915550100"), new("+99915550199", null, PhonePurpose.AroundTheClock)] });
        Assert.Contains("Closed now", html, StringComparison.Ordinal);
        Assert.Contains("opens <bdi>Monday 08:30</bdi> there (<bdi>Monday 08:30 UTC</bdi>)", html, StringComparison.Ordinal);
        Assert.Equal(["99915550199", "Closed now", "99915550100"], InOrder(html, "99915550100", "99915550199", "Closed now"));
    }

    [Fact]
    public void Where_the_readers_clock_is_known_the_time_stands_by_it_too()
    {
        var record = Sample.Authority() is var a ? a with { Restricted = a.Restricted with { TimeZone = "Africa/Dakar" } } : null!;
        Assert.Contains(
            "opens <bdi>Monday 08:30</bdi> there (<bdi>Monday 17:30</bdi> your time)",
            Page(record, new(Language.English, "/directory", Night) { ReadersZone = "Asia/Tokyo" }, isUrgent: true),
            StringComparison.Ordinal);
    }

    [Fact]
    public void In_office_hours_without_haste_the_offices_own_number_is_called()
    {
        var html = Found(Night.AddDays(1).AddHours(6), isUrgent: false, r => r with
        {
            Phones = [new("+99915550100"), new("+99915550199", null, PhonePurpose.AroundTheClock)],
        });
        Assert.Contains("Open now", html, StringComparison.Ordinal);
        Assert.Equal(["Open now", "99915550100", "99915550199"], InOrder(html, "99915550199", "99915550100", "Open now"));
    }

    [Fact]
    public void In_an_urgent_case_its_rules_are_said_in_the_readers_language_before_why_it_is_competent()
    {
        var record = Sample.Authority() is var a ? a with
        {
            Restricted = a.Restricted with { UrgentProcedure = new("Call first.", new("+99915550199", null, PhonePurpose.AroundTheClock), true, 48) },
        } : null!;
        var html = Page(record, new(Language.French, "/directory", Night), isUrgent: true);
        Assert.Equal(
            ["99915550199", "Call first.", "les demandes orales sont acceptées", "Adressez-vous d’abord à elle"],
            InOrder(html, "Call first.", "99915550199", "Adressez-vous d’abord à elle", "les demandes orales sont acceptées"));
        Assert.DoesNotContain("Call first.", Page(record, new(Language.French, "/directory", Night), isUrgent: false), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_is_competent_another_office_can_be_called()
    {
        var (visit, choice) = (new Visit(Language.English, "/directory", Night), new FindChoice { State = Sample.Arvenia, Matter = Matter.Extradition, IsUrgent = true });
        var record = Sample.Authority() is var a ? a with { Restricted = a.Restricted with { Phones = [new("+99915550199", null, PhonePurpose.AroundTheClock)] } } : null!;
        var html = DirectoryHtml.FoundForReaders(visit, new(new(choice, "Arvenia", []), [], [record]));
        Assert.Equal(
            ["has designated nobody", "Other offices of the same State", "99915550199", "The diplomatic channel"],
            InOrder(html, "The diplomatic channel", "99915550199", "Other offices of the same State", "has designated nobody"));
    }

    [Fact]
    public void No_is_not_said_to_be_reached_at_night_beside_a_number_that_is()
    {
        Assert.Contains("Reachable out of hours", Office(r => r with { OutOfHoursReach = false }), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Reachable out of hours", Office(r => r with
        {
            OutOfHoursReach = false, Phones = [new("+99915550199", null, PhonePurpose.AroundTheClock)],
        }), StringComparison.OrdinalIgnoreCase);

        static string Office(Func<AuthorityRestricted, AuthorityRestricted> change) => DirectoryHtml.OfficeForReaders(
            new(Language.English, "/directory", Night),
            new(Sample.Authority() is var a ? a with { Restricted = change(a.Restricted) } : null!, "Arvenia", new("https://directory.example/x")), canReport: true);
    }

    [Fact]
    public void States_of_nearly_the_same_name_are_offered_beside_the_one_that_was_taken()
    {
        var visit = new Visit(Language.English, "/directory", Night);
        var html = DirectoryHtml.WhichMatter(visit, new() { State = new("NER") }, "Niger", [(new("NGA"), "Nigeria")], []);
        Assert.Contains("States of a similar name", html, StringComparison.Ordinal);
        Assert.Contains("/directory/find?state=NGA", html, StringComparison.Ordinal);
        Assert.Contains(
            "Enter the name of a State", DirectoryHtml.WhichState(visit, new() { Matter = Matter.Mla }, [], isEmpty: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_closure_that_was_announced_and_a_language_that_is_not_accepted_are_said()
    {
        var html = Found(Night.AddDays(1).AddHours(6), isUrgent: false, r => r with
        {
            TemporaryNotices = [new("CLOSURE", "Moving house", new(2026, 3, 2), new(2026, 3, 3))], LanguagesOfRequests = ["es"],
        });
        Assert.Contains("Closed by a temporary notice.", html, StringComparison.Ordinal);
        Assert.Contains("Moving house", html, StringComparison.Ordinal);
        Assert.Contains("bring a translation", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Arabic)]
    public void Everything_that_stands_in_a_record_stands_as_text(Language language)
    {
        var record = Sample.Authority(Hostile) is var a ? a with
        {
            Public = a.Public with { Website = "javascript:alert(1)", LawLinks = [new("javascript:alert(2)", Hostile)], Jurisdiction = Hostile },
            Restricted = a.Restricted with
            {
                RequiredDocuments = [Hostile], Comments = Hostile, UrgentProcedure = new(Hostile, new(Hostile)),
                Emails = [new(Hostile, Hostile)],
                TemporaryNotices = [new(Hostile, Hostile, new(2026, 1, 1))], Phones = [new(Hostile, Hostile)],
            },
        } : null!;
        var visit = new Visit(language, "/directory", Night);
        string[] pages =
        [
            DirectoryHtml.OfficeForReaders(visit, new(record, Hostile, new("https://directory.example/directory/authorities/x")), canReport: true),
            DirectoryHtml.Report(visit, record, "key", Hostile, "Dir.Report.Empty"),
            DirectoryHtml.OfficeForAll(visit, PublicOffice.Of(record, Sample.Today), Hostile),
            Page(record, visit, isUrgent: true),
        ];
        Assert.All(pages, html =>
        {
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"javascript", html, StringComparison.Ordinal);
            Assert.DoesNotContain("\"onload=", html, StringComparison.Ordinal);
            Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Times_that_offices_share_stand_by_the_clock_of_each()
    {
        var dakar = Sample.Authority() is var a ? a with { Restricted = a.Restricted with { TimeZone = "Africa/Dakar" } } : null!;
        var tokyo = dakar with { Restricted = dakar.Restricted with { TimeZone = "Asia/Tokyo" } };
        var html = DirectoryHtml.HoursForReaders(
            new(Language.English, "/directory/hours", Night),
            new([(dakar, "Senegal"), (tokyo, "Japan")], [new(new(2026, 3, 2, 21, 0, 0, TimeSpan.Zero), new(2026, 3, 2, 23, 30, 0, TimeSpan.Zero))]));
        Assert.Contains("Monday, 2 March 2026, 21:00–23:30", html, StringComparison.Ordinal);
        Assert.Contains("Tuesday, 3 March 2026, 06:00–08:30", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_finds_no_State_or_no_time_is_told_what_to_do()
    {
        var office = (Sample.Authority() is var a ? a with { Restricted = a.Restricted with { TimeZone = null } } : null!, "Arvenia");
        var html = DirectoryHtml.HoursForReaders(
            new(Language.English, "/directory/hours", Night), new([office, office], []) { Typed = "Qq" });
        Assert.Contains("No State is known by", html, StringComparison.Ordinal);
        Assert.Contains("no shared time can be told", html, StringComparison.Ordinal);
    }

    [Fact]
    public void No_title_holds_the_name_of_an_office()
    {
        var visit = new Visit(Language.English, "/directory", Night);
        var html = DirectoryHtml.OfficeForReaders(visit, new(Sample.Authority(), "Arvenia", new("https://directory.example/x")), canReport: true);
        Assert.Contains("<title>Authority – Arvenia", html, StringComparison.Ordinal);
        Assert.Contains("Office of International Legal Cooperation", html, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"hub-qr\"", html, StringComparison.Ordinal);
    }

    private static IEnumerable<string> InOrder(string html, params string[] parts) =>
        parts.Where(p => html.Contains(p, StringComparison.Ordinal)).OrderBy(p => html.IndexOf(p, StringComparison.Ordinal));

    private static string Found(DateTimeOffset now, bool isUrgent, Func<AuthorityRestricted, AuthorityRestricted> change)
    {
        var record = Sample.Authority() is var a ? a with { Restricted = change(a.Restricted with { TimeZone = "Africa/Dakar" }) } : null!;
        return Page(record, new(Language.English, "/directory", now), isUrgent);
    }

    private static string Page(Authority record, Visit visit, bool isUrgent)
    {
        var register = Sample.Register().With([new AuthorityWrite(record, null)], Head.Empty);
        var choice = new FindChoice { State = Sample.Arvenia, Matter = Matter.Mla, IsUrgent = isUrgent, Language = "fr" };
        return DirectoryHtml.FoundForReaders(visit, new(
            new(choice, "Arvenia", Competence.Find(register, choice.Request!, Sample.Today)),
            Competence.ForReaders(register, choice.Request!, Sample.Today, "fr", isUrgent), []));
    }
}
