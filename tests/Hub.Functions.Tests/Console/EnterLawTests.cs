using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Office;
using Hub.Functions.Tests.Site;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Register.Laws;
using Hub.Rules.Tests.Builders;

namespace Hub.Functions.Tests.Console;

/// <summary>A clerk enters a law: found in a gazette, or as an office of its State wrote or said.</summary>
public sealed class EnterLawTests : OfficeCase
{
    private const string Another = "law-foreign";
    private static readonly Caller Clerk =
        new("Amina Diallo", CallerKind.Secretariat) { SignedIn = true, Session = "session-1", Roles = SecretariatRoles.Reviewer };

    private static readonly (string, string)[] Found =
    [
        ("law/titleOriginal", "Loi 7"), ("law/language", "fr"), ("law/type", "ACT"), ("law/dates/adopted", "2019-03-14"),
        ("law/citation", "Gazette 12"), ("law/provisions/0/label", "whole"), ("law/provisions/0/articles/0/instrument", "UNTOC"),
        ("law/provisions/0/articles/0/article", "18"),
    ];

    [Theory]
    [InlineData("OWN", null)]
    [InlineData("PAPER", "MINISTRY")]
    [InlineData("TELEPHONE", "AUTHORITY")]
    public async Task A_law_is_the_Secretariats_find_or_the_word_of_the_office_that_wrote_it(string road, string? office)
    {
        var fields = await Begin("LEGISLATION", road, office);
        var check = await Send(Filled(fields, "check", Found));
        Assert.Contains(
            office is null ? "Found by the Secretariat" : "Furnished by the State", PageSite.Text(check), StringComparison.Ordinal);
        Assert.Equal(303, (await Send(Filled(check, "send"))).Status);
        var notice = Assert.Single(Notices.All);
        Assert.Equal(
            (NoticeStatus.Review, "LEGISLATION", office), (notice.Status, (string?)notice.Form["kind"], notice.Sender.Role?.ToString().ToUpperInvariant()));
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_may_be_sent_as_an_open_question()
    {
        var wrong = await Send(Filled(await Begin("LEGISLATION", "OWN"), "check", [.. Found.Where(f => f.Item1 != "law/citation")]));
        Assert.Equal(422, wrong.Status);
        Assert.Contains("id=\"law/officialUrl-error\"", PageSite.Text(wrong), StringComparison.Ordinal);
        Assert.Contains("value=\"Loi 7\"", PageSite.Text(wrong), StringComparison.Ordinal);
        Assert.Equal(200, (await Send(Filled(wrong, "anyway"))).Status);
    }

    [Fact]
    public async Task That_a_law_is_right_no_clerk_says_of_himself()
    {
        Register.Put(SampleLaws.Law());
        var page = await Begin("LAW_CONFIRMED", "OWN");
        Assert.Equal(422, page.Status);
        Assert.Contains("You chose that no State said so.", PageSite.Text(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LAW_CONFIRMED", """[{"lawId":"law-1"}]""")]
    [InlineData("LAW_TAKEN_OUT", """[{"lawId":"law-1","set":{"listed":false}}]""")]
    public async Task A_law_of_the_State_is_chosen_and_confirmed_or_taken_out(string task, string said)
    {
        Register.Put(SampleLaws.Law(), SampleLaws.Law(id: Another) with { State = Sample.OtherState });
        var which = await Begin(task, "PAPER", "MISSION");
        Assert.Contains("value=\"law-1\"", PageSite.Text(which), StringComparison.Ordinal);
        Assert.DoesNotContain(Another, PageSite.Text(which), StringComparison.Ordinal);
        var forged = await Send(Filled(which, "next", ("lawId", Another)));
        Assert.Equal(422, forged.Status);
        Assert.Contains("Choose one of the laws of this State", PageSite.Text(forged), StringComparison.Ordinal);
        var check = await Send(Filled(await Send(Filled(which, "next", ("lawId", "law-1"))), "check"));
        Assert.Equal(303, (await Send(Filled(check, "send"))).Status);
        Assert.Equal(said, Assert.Single(Notices.All).Form["changes"]!.ToJsonString());
    }

    [Fact]
    public async Task Of_a_law_that_a_colleague_changed_meanwhile_only_what_differs_is_said()
    {
        Register.Put(SampleLaws.Law());
        var page = await Served.By(
            PageSite.Get("/console/notices/new?law=law-1", Clerk), r => Entering.Show(r, default));
        Assert.Contains("value=\"LAW_CHANGE\" checked", PageSite.Text(page), StringComparison.Ordinal);
        var fields = await Send(Filled(await Send(Filled(page, "next", ("road", "OWN"))), "next"));
        var typed = Filled(fields, "check", ("law/shortTitle", "The Act"));
        Register.Put(SampleLaws.Law("""{"number":"2019-08"}""") with { Version = 2 });
        var check = await Send(typed);
        Assert.Contains("has changed since you opened this page", PageSite.Text(check), StringComparison.Ordinal);
        Assert.Equal(303, (await Send(Filled(check, "send"))).Status);
        Assert.Equal("""[{"lawId":"law-1","set":{"shortTitle":"The Act"}}]""", Assert.Single(Notices.All).Form["changes"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_typed_is_never_markup()
    {
        const string Hostile = "<script>alert(1)</script>";
        Register.Put(SampleLaws.Law($$"""{"shortTitle":"{{Hostile}}"}""", LawSource.SecretariatFound));
        var fields = await Send(Filled(await Begin("LAW_CHANGE", "OWN"), "next", ("lawId", "law-1")));
        var check = await Send(Filled(fields, "check", ("law/citation", Hostile), ("law/provisions/0/note", Hostile)));
        foreach (var page in new[] { fields, check })
            Assert.DoesNotContain("<script", System.Text.Encoding.UTF8.GetString(page.Bytes), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Hostile, PageSite.Text(check), StringComparison.Ordinal);
    }

    private Task<Served> Begin(string task, string road, string? office = null) => Send(
        [("at", "What"), ("step", "next"), ("state", "XAA"), ("task", task), ("road", road), ("key", "once"), ("office", office ?? "")]);

    private Task<Served> Send(IEnumerable<(string, string)> fields) =>
        Served.By(PageSite.Post("/console/notices/new", Clerk, [.. fields]), r => Entering.Enter(r, default));
}
