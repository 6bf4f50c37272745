using System.Text.RegularExpressions;
using Hub.Delivery.Outbox;
using Hub.Notices.Access;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.Lists;
using Hub.Pages.Console.Operations;
using Hub.Pages.Console.People;
using Hub.Pages.Site;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Pages.Tests.Console;

/// <summary>
/// The pages of keys, people and operations: whatever stands in them, in both languages, for every role, with and without problems.
/// </summary>
public sealed partial class PeopleAndOperationsTests
{
    private const string Hostile = "<script>alert(1)</script>\" onload=\"x";
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<(string, string)> States = [("XAA", "Arvenia")];
    private static readonly FieldProblem[] Wrong =
        [new(null, Hostile), .. new[] { "kind", "name", "state", "role", "end", "hours", "reason", "contact", "address" }
            .Select(f => new FieldProblem(f, "Mend it."))];

    private static readonly ApiKey Key = new("0123456789abcdef", new(Hostile, CallerKind.State, new("XAA"), OfficeRole.Mission))
    {
        IssuedAt = Now, IssuedBy = Hostile, ExpiresAt = Now.AddYears(1), LastUsedAt = Now,
    };

    private static readonly Partner Partner = new(Hostile, new("a@b.example", Language.French, Hostile));
    private static readonly DeadLetter Letter = new("1", "notices", Hostile, Hostile, Now, null);

    private static readonly EndpointLine Endpoint = new(
        "e1", Hostile, "https://partner.example/hook", CursorState.Paused, Hostile, new(Hostile, Now), 3, Now, Now);

    private static readonly Dictionary<string, Func<Visit, string>> All = new()
    {
        ["keys"] = v => PeopleHtml.Keys(v, Keys(Key, new("f", new(Caller.FirstKey, CallerKind.Secretariat)), Key with { ExpiresAt = Now })),
        ["no keys"] = v => PeopleHtml.Keys(v, Keys()),
        ["new key"] = v => PeopleHtml.NewKey(v, new("STATE", Hostile, "XAA", "MISSION", Hostile), States, Wrong[..6]),
        ["key shown"] = v => PeopleHtml.Shown(v, new(Key, "hub_STATE_1"), "Arvenia", Now),
        ["sent before"] = PeopleHtml.SentBefore,
        ["rotate"] = v => PeopleHtml.Rotate(v, Key, Hostile, [Wrong[0], Wrong[6]]),
        ["revoke"] = v => PeopleHtml.Revoke(v, Key, 3, [Wrong[0]]),
        ["sessions"] = v => PeopleHtml.Sessions(v, new(
            [new("1", Hostile, SecretariatRoles.All, Now)],
            [new(Hostile, SecretariatRoles.Editor, Now, Now) { Id = "s1" }, new("me", SecretariatRoles.None, Now, Now) { Id = "s2" }],
            "s2", "me", false)),
        ["sessions elsewhere"] = v => PeopleHtml.Sessions(v, new([], [], null, "me", true)),
        ["partners"] = v => PeopleHtml.Partners(v, [new(Partner, 1, 2), new(new("none") { RevokedAt = Now }, 0, 0)]),
        ["partner"] = v => PeopleHtml.Partner(v, null, PartnerDraft.Of(Partner), [Wrong[0], Wrong[2], Wrong[8], Wrong[9]]),
        ["known partner"] = v => PeopleHtml.Partner(v, Partner with { RevokedAt = Now }, PartnerDraft.Of(Partner), []),
        ["withdraw"] = v => PeopleHtml.Withdraw(v, new(Partner, 1, 2), [Wrong[0]]),
        ["operations"] = v => OperationsHtml.Overview(v, new(
            new(true, Hostile, Now, Hostile, 3), [new("MailStopped", 1, Now), new("Clock", 1, null)],
            new Dictionary<string, long> { ["mail"] = 1, ["webhooks"] = 0, ["links"] = 0 }, new LogCheckRecord(Now, Hostile, 1, 2, 2), 5,
            1)),
        ["all well"] = v => OperationsHtml.Overview(
            v, new(new(false, null, null, null, 0), [], new Dictionary<string, long>(), null, 0, 0)),
        ["pause"] = v => OperationsHtml.Mail(v, new MailStanding(false, null, null, null, 2), Hostile, [Wrong[0], Wrong[7]]),
        ["resume"] = v => OperationsHtml.Mail(v, new(true, null, null, null, 2), null, []),
        ["failures"] = v => OperationsHtml.Failures(v, Failures(Letter, Letter with { Id = "2", Queue = "?", RetriedAt = Now }), []),
        ["no failures"] = v => OperationsHtml.Failures(v, Failures(), []),
        ["retry"] = v => OperationsHtml.Retry(v, [Letter], [new(Letter, "NO_WORK")], [Wrong[0]]),
        ["endpoints"] = v => OperationsHtml.Endpoints(v, [Endpoint, Endpoint with { Id = "e2", State = null, Halt = null }]),
        ["endpoint"] = v => OperationsHtml.Endpoint(v, Endpoint with { State = CursorState.Active }, Hostile, [Wrong[0], Wrong[7]]),
        ["settings"] = v => OperationsHtml.Settings(v, [new("Hub__FirstKey", "*", true), new("Mail__Sender", Hostile)]),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_is_whole_and_harmless_whatever_stands_in_it(string name)
    {
        foreach (var language in new[] { Language.English, Language.French, Language.Arabic })
            foreach (var roles in new[] { SecretariatRoles.Reviewer, SecretariatRoles.Administrator })
            {
                var page = All[name](new(language, "/console/people", Now) { Visitor = new(Hostile, roles), FormToken = "token" });
                Assert.Single(Regex.Matches(page, "<h1[ >]"));
                Assert.Empty(Regex.Matches(page, "<script|<style|<[^>]* style=|<[^>]* on[a-z]+=\"", RegexOptions.IgnoreCase));
                var ids = Ids().Matches(page).Select(m => m.Groups[1].Value).ToList();
                Assert.Distinct(ids);
                Assert.Subset(ids.ToHashSet(), Targets().Matches(page).Select(m => m.Groups[1].Value).ToHashSet());
                Assert.Equal(Regex.Count(page, "<form[^>]*method=\"post\""), Regex.Count(page, "name=\"form-token\" value=\"token\""));
                Assert.Equal(Regex.Count(page, "<table"), Regex.Count(page, "<caption"));
                Assert.InRange(page.Length, 2000, 100_000);
            }
    }

    [Theory]
    [InlineData("keys", "/console/people/keys/new")]
    [InlineData("keys", "/rotation")]
    [InlineData("keys", "/revocation")]
    [InlineData("partners", "/console/people/partners/edit")]
    [InlineData("operations", "action=\"/console/operations/log\"")]
    [InlineData("operations", "/console/operations/mail")]
    [InlineData("failures", "type=\"checkbox\"")]
    [InlineData("endpoints", "/console/operations/endpoints/e1/state")]
    public void What_changes_something_is_offered_to_administrators_only(string name, string offer)
    {
        foreach (var (roles, offered) in new[]
            {
                (SecretariatRoles.Administrator, true), (SecretariatRoles.Reviewer | SecretariatRoles.Editor, false),
            })
            Assert.Equal(offered, All[name](new(Language.English, "/", Now) { Visitor = new("Anna", roles) })
                .Contains(offer, StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_stands_on_the_page_of_a_new_key_and_not_in_its_title_or_its_addresses()
    {
        var page = All["key shown"](new(Language.English, "/console/people/keys", Now) { Visitor = new("Anna", SecretariatRoles.All) });
        Assert.Single(Regex.Matches(page, "hub_STATE_1"));
        Assert.Contains(">hub_STATE_1</pre>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(59, "within the last hour")]
    [InlineData(61, "1 h ago")]
    [InlineData(3000, "2 days ago")]
    public void When_a_key_was_used_is_said_to_the_hour_as_it_is_kept(int minutes, string words) => Assert.Contains(
        $">{words}</td>",
        PeopleHtml.Keys(new(Language.English, "/", Now), Keys(Key with { LastUsedAt = Now.AddMinutes(-minutes) })),
        StringComparison.Ordinal);

    [Fact]
    public void While_mail_is_paused_nothing_is_said_to_be_up_to_date()
    {
        var page = OperationsHtml.Overview(new(Language.English, "/", Now), new(
            new(true, "Anna", Now, "A wrong edition.", 3), [], new Dictionary<string, long> { ["mail"] = 0 }, null, 5, 0));
        Assert.Contains("up to date; not sent, because mail is paused", page, StringComparison.Ordinal);
        Assert.DoesNotContain("all goes on", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_do_what_can_be_done_is_told_who_does()
    {
        foreach (var name in new[] { "keys", "partners", "operations", "failures", "endpoints" })
            foreach (var (roles, told) in new[] { (SecretariatRoles.Editor, true), (SecretariatRoles.Administrator, false) })
                Assert.Equal(told, All[name](new(Language.English, "/", Now) { Visitor = new("Anna", roles) })
                    .Contains("What can be changed here is changed by: administrator.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_time_in_a_table_is_one_that_spreadsheets_know()
    {
        var table = System.Text.Encoding.UTF8.GetString(PeopleHtml.KeysCsv([Key with { IssuedAt = Now.AddTicks(1) }], Now));
        Assert.Contains("\"2025-03-14T09:30:00Z\"", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_and_failures_are_tables_for_programs_that_no_spreadsheet_runs()
    {
        var formula = Key with { Caller = Key.Caller with { Name = "=1+1" } };
        Assert.Contains("\"'=1+1\"", System.Text.Encoding.UTF8.GetString(PeopleHtml.KeysCsv([formula], Now)), StringComparison.Ordinal);
        Assert.Contains(
            "\"'=1+1\"", System.Text.Encoding.UTF8.GetString(OperationsHtml.FailuresCsv([Letter with { Body = "=1+1" }])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_both_languages_are_alike()
    {
        WrittenTexts.AreAlike(WrittenTexts.Console("People"));
        WrittenTexts.AreAlike(WrittenTexts.Console("Operations"));
    }

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Ids();

    [GeneratedRegex(" (?:for|aria-labelledby|href)=\"#?([a-z][a-z0-9-]*)\"")]
    private static partial Regex Targets();

    private static KeyList Keys(params ApiKey[] keys) =>
        new(new(CallerKind.State, KeyStanding.Works, new("XAA"), Hostile), new(1, 50, keys.Length, "/console/people"), keys, States);

    private static FailureList Failures(params DeadLetter[] letters) =>
        new(new("notices", true, Hostile), new PageRange(1, 50, letters.Length, "/console/operations/failures"), letters);
}
