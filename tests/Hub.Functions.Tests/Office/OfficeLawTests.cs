using System.Text;
using System.Text.Json.Nodes;
using Hub.Functions.Errors;
using Hub.Functions.Office;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Register.Laws;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Functions.Tests.Office;

/// <summary>An office tells of laws, confirms them, and objects to what the Secretariat found.</summary>
public sealed class OfficeLawTests : OfficeCase
{
    private const string Another = "law-foreign";

    private static readonly (string, string)[] Typed =
    [
        ("law/titleOriginal", "Extradition Act"), ("law/language", "en"), ("law/type", "ACT"), ("law/number", "3 of 2004"),
        ("law/status", "IN_FORCE"), ("law/dates/adopted", "2004-05-12"), ("law/officialUrl", "https://laws.arvenia.example/2004/3"),
        ("law/provisions/0/label", "s. 4"), ("law/provisions/0/articles/0/instrument", "UNTOC"),
        ("law/provisions/0/articles/0/article", "16"), ("law/provisions/0/topics", "EXTRADITION"),
    ];

    [Fact]
    public async Task A_law_that_is_told_is_looked_at_and_then_a_notice_of_the_office()
    {
        var check = await SendNew(Filled(await ShowNew(), "check", Typed));
        Assert.Equal(200, check.Status);
        Assert.Contains("This is what would change", PageSite.Text(check), StringComparison.Ordinal);
        Assert.Empty(Notices.All);
        var fields = Filled(check, "send");
        var sent = await SendNew(fields);
        var notice = Assert.Single(Notices.All);
        Assert.Equal((303, $"/office/notices/{notice.Id}?done=OFFICE_SENT"), (sent.Status, $"{sent.Headers.Location}"));
        Assert.Equal(("LEGISLATION", "mission", Sample.State), ((string?)notice.Form["kind"], notice.Sender.Name, notice.State));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {"titleOriginal":"Extradition Act","language":"en","type":"ACT","number":"3 of 2004","status":"IN_FORCE",
                 "dates":{"adopted":"2004-05-12"},"officialUrl":"https://laws.arvenia.example/2004/3",
                 "provisions":[{"label":"s. 4","articles":[{"instrument":"UNTOC","article":"16"}],"topics":["EXTRADITION"]}]}
                """),
            Assert.Single(notice.Form["changes"]!.AsArray())!["law"]));
        await SendNew(fields);
        Assert.Single(Notices.All);
    }

    [Theory]
    [InlineData("law/titleOriginal", "", "law/titleOriginal")]
    [InlineData("law/language", "", "law/language")]
    [InlineData("law/type", "", "law/type")]
    [InlineData("law/type", "STATUTE", "law/type")]
    [InlineData("law/dates/adopted", "", "law/dates/adopted")]
    [InlineData("law/dates/adopted", "2040-01-01", "law/dates/adopted")]
    [InlineData("law/dates/published", "2001-01-01", "law/dates/published")]
    [InlineData("law/officialUrl", "", "law/officialUrl")]
    [InlineData("law/officialUrl", "javascript:alert(1)", "law/officialUrl")]
    [InlineData("law/status", "REPEALED", "law/dates/repealed")]
    [InlineData("law/provisions/0/label", "", "law/provisions/0/label")]
    [InlineData("law/provisions/0/articles/0/article", "99", "law/provisions/0/articles/0/instrument")]
    [InlineData("law/provisions/0/articles/0/instrument", "", "law/provisions/0/articles/0/instrument")]
    [InlineData("law/provisions/0/note", "Call +999 155 501 00", "law/provisions/0/note")]
    [InlineData("law/languages/0/kind", "MACHINE", "law/languages/0/language")]
    [InlineData("law/relations/0/law", "Old Act", "law/relations/0/kind")]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_is_sent(string name, string value, string field)
    {
        var page = await SendNew(Filled(await ShowNew(), "check", [.. Typed.Where(t => t.Item1 != name), (name, value)]));
        Assert.Equal(422, page.Status);
        var html = PageSite.Text(page);
        Assert.Contains($"<a href=\"#{field}\">", html, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"3 of 2004\"", html, StringComparison.Ordinal);
        Assert.Empty(Notices.All);
    }

    [Fact]
    public async Task Another_row_is_added_in_a_row_and_nothing_typed_is_lost()
    {
        var page = await SendNew(Filled(await ShowNew(), "add:law/provisions/0/articles", Typed));
        Assert.Contains("name=\"law/provisions/0/articles/1/article\"", PageSite.Text(page), StringComparison.Ordinal);
        Assert.Equal("16", Filled(page, "check").Single(f => f.Name == "law/provisions/0/articles/0/article").Value);
        var less = await SendNew(Filled(page, "remove:law/provisions/0/articles:0"));
        Assert.DoesNotContain(Filled(less, "check"), f => f.Name.EndsWith("/article", StringComparison.Ordinal) && f.Value == "16");
    }

    [Fact]
    public async Task That_there_is_no_law_for_an_article_is_said_with_a_sentence_to_begin_with()
    {
        var form = await Get<OfficeLawForms>(
            Mission, "/office/laws/none", nameof(OfficeLawForms.ShowNoLaw), r => LawForms.ShowNoLaw(r, default));
        Task<Served> Next(Served page, string step, params (string, string)[] typed) => Send<OfficeLawForms>(
            Mission, "/office/laws/none", nameof(OfficeLawForms.SendNoLaw), r => LawForms.SendNoLaw(r, default),
            [.. Filled(page, step, typed)]);
        var check = await Next(
            form, "check", ("law/provisions/0/label", "whole"), ("law/provisions/0/articles/0/instrument", "UNTOC"),
            ("law/provisions/0/articles/0/article", "20"));
        Assert.Equal(303, (await Next(check, "send")).Status);
        var law = Assert.Single(Notices.All).Form["changes"]![0]!["law"]!;
        Assert.Equal(("NO_SPECIFIC_LAW", "No specific law.", "en"), ((string?)law["type"], (string?)law["titleOriginal"], (string?)law["language"]));
    }

    [Fact]
    public async Task Of_a_law_that_is_there_only_what_differs_is_sent()
    {
        Register.Put(SampleLaws.Law());
        var check = await SendChange(Filled(await ShowChange(), "check", ("law/dates/lastAmended", "2024-01-31"), ("law/status", "AMENDED")));
        Assert.Equal(303, (await SendChange(Filled(check, "send"))).Status);
        Assert.Equal(
            """[{"lawId":"law-1","set":{"status":"AMENDED","dates":{"lastAmended":"2024-01-31"}}}]""",
            Assert.Single(Notices.All).Form["changes"]!.ToJsonString());
        Assert.Contains(
            "Nothing differs", PageSite.Text(await SendChange(Filled(await ShowChange(), "check"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_law_that_changed_in_another_tab_is_looked_at_again_and_not_turned_back()
    {
        Register.Put(SampleLaws.Law());
        var check = await SendChange(Filled(await ShowChange(), "check", ("law/shortTitle", "The Act")));
        Register.Put(SampleLaws.Law("""{"number":"2019-08"}""") with { Version = 2 });
        var again = await SendChange(Filled(check, "send"));
        Assert.Contains("has changed since you opened this page", PageSite.Text(again), StringComparison.Ordinal);
        Assert.Empty(Notices.All);
        Assert.Equal(303, (await SendChange(Filled(again, "send"))).Status);
        Assert.Equal("""{"shortTitle":"The Act"}""", Assert.Single(Notices.All).Form["changes"]![0]!["set"]!.ToJsonString());
    }

    [Fact]
    public async Task A_law_is_confirmed_as_it_was_shown()
    {
        Register.Put(SampleLaws.Law());
        var page = await Show();
        Assert.Contains("entraide judiciaire", PageSite.Text(page), StringComparison.Ordinal);
        Register.Put(SampleLaws.Law("""{"number":"2019-08"}""") with { Version = 2 });
        var stale = await Confirm(Filled(page, ""));
        Assert.Equal(409, stale.Status);
        Assert.Contains("Nothing was sent", PageSite.Text(stale), StringComparison.Ordinal);
        var fields = Filled(stale, "");
        Assert.Equal(303, (await Confirm(fields)).Status);
        await Confirm(fields);
        Assert.Equal("""[{"lawId":"law-1"}]""", Assert.Single(Notices.All).Form["changes"]!.ToJsonString());
    }

    [Fact]
    public async Task A_State_objects_to_what_the_Secretariat_found_and_says_why()
    {
        Register.Put(SampleLaws.Law(source: LawSource.SecretariatFound));
        var page = await Show();
        Assert.Contains("The 30 days to object are over", PageSite.Text(page), StringComparison.Ordinal);
        Assert.Equal(422, (await Object(Mission, Filled(page, "", ("reason", " ")))).Status);
        Assert.Equal(303, (await Object(Mission, Filled(page, "", ("reason", "It was never enacted.")))).Status);
        var form = Assert.Single(Notices.All).Form;
        Assert.Equal(
            ("""[{"set":{"listed":false},"lawId":"law-1"}]""", "It was never enacted."), (form["changes"]!.ToJsonString(), (string?)form["text"]));
    }

    [Fact]
    public async Task To_what_its_State_furnished_nobody_objects_and_an_authority_to_nothing()
    {
        Register.Put(SampleLaws.Law());
        Assert.DoesNotContain("/objection", PageSite.Text(await Show()), StringComparison.Ordinal);
        Assert.Equal(409, (await Object(Mission, [("version", "1"), ("reason", "No")])).Status);
        Register.Put(SampleLaws.Law(source: LawSource.SecretariatFound));
        Assert.DoesNotContain("/objection", PageSite.Text(await Show(Authority)), StringComparison.Ordinal);
        await Assert.ThrowsAsync<SignInNeededException>(() => Object(Authority, [("version", "1"), ("reason", "No")]));
        Assert.Empty(Notices.All);
    }

    [Theory]
    [InlineData(Another)]
    [InlineData("law-none")]
    [InlineData("../law-1")]
    public async Task Another_States_law_is_no_more_there_than_one_that_is_not(string id)
    {
        Register.Put(SampleLaws.Law(), SampleLaws.Law(id: Another) with { State = Sample.OtherState });
        foreach (var ask in new Func<Task<Served>>[]
        {
            () => Show(Mission, id), () => ShowChange(id), () => SendChange([("step", "send")], id), () => Confirm([("version", "1")], id),
            () => Object(Mission, [("version", "1"), ("reason", "No")], id),
        })
            Assert.Equal(404, (await Assert.ThrowsAsync<ApiException>(ask)).Status);
        Assert.Empty(Notices.All);
        Assert.DoesNotContain(Another, PageSite.Text(await List()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_law_that_a_form_names_is_not_the_one_that_is_changed()
    {
        Register.Put(SampleLaws.Law(), SampleLaws.Law(id: Another) with { State = Sample.OtherState });
        var forged = new[] { ("lawId", Another), ("state", "SEN"), ("task", "LAW_TAKEN_OUT"), ("law/shortTitle", "The Act") };
        var check = await SendChange(Filled(await ShowChange(), "check", forged));
        Assert.Equal(303, (await SendChange(Filled(check, "send"))).Status);
        var notice = Assert.Single(Notices.All);
        Assert.Equal(
            (Sample.State, """[{"lawId":"law-1","set":{"shortTitle":"The Act"}}]"""), (notice.State, notice.Form["changes"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_question_about_a_law_stands_in_its_field_and_the_answer_takes_its_place()
    {
        var asked = Notices.Put(new()
        {
            Id = "XAA-asked", State = Sample.State, ReceivedAt = Sample.Now, Status = NoticeStatus.Query,
            Form = SampleLaws.Bringing("""{"dates":null,"provisions":[{"label":"art. 12","articles":[]}]}"""),
            Sender = new("mission", CallerKind.State, Sample.State, OfficeRole.Mission),
            Problems =
            [
                Problem.Query(ProblemCode.L01, "/changes/0/law/dates"),
                Problem.Query(ProblemCode.L03, "/changes/0/law/provisions/0/articles", "art. 12"),
            ],
        });
        var page = await Get<OfficeNoticePages>(
            Mission, "/office/notices/x", nameof(OfficeNoticePages.Show), r => NoticePages.Show(r, asked.Id, default));
        Assert.DoesNotContain("law/titleOriginal", PageSite.Text(page), StringComparison.Ordinal);
        (string, string)[] answer =
        [
            ("law/dates/adopted", "2019-03-14"), ("law/provisions/0/articles/0/instrument", "UNTOC"),
            ("law/provisions/0/articles/0/article", "18"),
        ];
        var more = await Answer(asked.Id, Filled(page, "add:law/provisions/0/articles", answer));
        Assert.Equal(200, more.Status);
        Assert.Single(Notices.All);
        Assert.Equal(303, (await Answer(asked.Id, Filled(more, "check"))).Status);
        var law = Notices.All.Single(n => n.Id != asked.Id).Form["changes"]![0]!["law"]!;
        Assert.Equal("2019-03-14", (string?)law["dates"]!["adopted"]);
        Assert.Equal("""[{"instrument":"UNTOC","article":"18"}]""", law["provisions"]![0]!["articles"]!.ToJsonString());
        Assert.Equal("2019-07", (string?)law["number"]);
    }

    [Fact]
    public async Task What_laws_say_is_never_markup_and_thousands_of_rows_are_told_and_kept_small()
    {
        const string Hostile = "<script>alert(1)</script>";
        Register.Put(SampleLaws.Law($$"""{"shortTitle":"{{Hostile}}","titles":{"en":"{{Hostile}}"},"citation":"<img src=x>"}"""));
        var rows = Enumerable.Range(0, 10_000).Select(i => ($"law/provisions/{i}/label", "x")).ToArray();
        var many = await SendNew([.. rows, ("law/titleOriginal", Hostile), ("step", "check")]);
        Assert.Equal(422, many.Status);
        Assert.Contains("at most 200 go into one notice", PageSite.Text(many), StringComparison.Ordinal);
        Assert.Contains("name=\"law/provisions/9999/label\"", PageSite.Text(many), StringComparison.Ordinal);
        foreach (var served in new[] { many, await List(), await Show(), await ShowChange() })
        {
            var html = Encoding.UTF8.GetString(served.Bytes);
            Assert.True(html.Length < 4_000_000, $"{html.Length} characters");
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.Equal("no-store", $"{served.Headers.CacheControl}");
        }
        Assert.Empty(Notices.All);
    }

    private Task<Served> List() =>
        Get<OfficeLawPages>(Mission, "/office/laws", nameof(OfficeLawPages.List), r => Laws.List(r, default));

    private Task<Served> Show(string address = Mission, string id = SampleLaws.Id) =>
        Get<OfficeLawPages>(address, "/office/laws/x", nameof(OfficeLawPages.Show), r => Laws.Show(r, id, default));

    private Task<Served> Confirm(IEnumerable<(string, string)> fields, string id = SampleLaws.Id) => Send<OfficeLawPages>(
        Mission, "/office/laws/x/confirmation", nameof(OfficeLawPages.Confirm), r => Laws.Confirm(r, id, default), [.. fields]);

    private Task<Served> Object(string address, IEnumerable<(string, string)> fields, string id = SampleLaws.Id) => Send<OfficeLawPages>(
        address, "/office/laws/x/objection", nameof(OfficeLawPages.Object), r => Laws.Object(r, id, default), [.. fields]);

    private Task<Served> ShowNew() =>
        Get<OfficeLawForms>(Mission, "/office/laws/new", nameof(OfficeLawForms.ShowNewLaw), r => LawForms.ShowNewLaw(r, default));

    private Task<Served> SendNew(IEnumerable<(string, string)> fields) => Send<OfficeLawForms>(
        Mission, "/office/laws/new", nameof(OfficeLawForms.SendNewLaw), r => LawForms.SendNewLaw(r, default), [.. fields]);

    private Task<Served> ShowChange(string id = SampleLaws.Id) => Get<OfficeLawForms>(
        Mission, "/office/laws/x/change", nameof(OfficeLawForms.ShowChange), r => LawForms.ShowChange(r, id, default));

    private Task<Served> SendChange(IEnumerable<(string, string)> fields, string id = SampleLaws.Id) => Send<OfficeLawForms>(
        Mission, "/office/laws/x/change", nameof(OfficeLawForms.SendChange), r => LawForms.SendChange(r, id, default), [.. fields]);

    private Task<Served> Answer(string id, IEnumerable<(string, string)> fields) => Send<OfficeAnswerPages>(
        Mission, "/office/notices/x/answer", nameof(OfficeAnswerPages.Answer), r => AnswerPages.Answer(r, id, default), [.. fields]);
}
