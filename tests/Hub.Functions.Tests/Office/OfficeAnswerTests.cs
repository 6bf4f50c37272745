using System.Text.Json.Nodes;
using Hub.Functions.Office;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Documents;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Functions.Tests.Office;

/// <summary>An office answers what is asked, and takes back what it sent.</summary>
public sealed class OfficeAnswerTests : OfficeCase
{
    private const string Wrong = "+1", Right = "+99915550144", Personal = "+99915550177";

    [Fact]
    public async Task A_question_stands_in_the_field_that_it_is_about_and_the_answer_takes_its_place()
    {
        var asked = Asked();
        var page = await Show(asked.Id);
        Assert.Contains($"value=\"{Wrong}\"", PageSite.Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("record/emails", PageSite.Text(page), StringComparison.Ordinal);
        var fields = Filled(page, "", ("record/phones/0/number", Right));
        var sent = await Answer(asked.Id, fields);
        var answer = Notices.All.Single(n => n.Id != asked.Id);
        Assert.Equal((303, $"/office/notices/{answer.Id}?done=OFFICE_ANSWERED"), (sent.Status, $"{sent.Headers.Location}"));
        Assert.Equal((asked.Id, "mission"), ((string?)answer.Form["amends"], answer.Sender.Name));
        var set = answer.Form["changes"]![0]!["set"]!;
        Assert.Equal([Right], set["phones"]!.AsArray().Select(p => (string?)p!["number"]));
        // What nobody asked about stays.
        Assert.Equal("why", (string?)set["comments"]);
        // Pressed twice, it is one.
        await Answer(asked.Id, fields);
        Assert.Equal(2, Notices.All.Count);
    }

    [Fact]
    public async Task What_is_withheld_is_in_no_question_and_in_no_answer()
    {
        var record = Register.Now.Authorities[Sample.Record];
        Register.Put(record with { Secretariat = new() { PersonalPhones = [new(Personal, null, PhonePurpose.Home)] } });
        var asked = Asked($$"""{"phones":[{"number":"{{Wrong}}"}],"comments":"why"}""");
        var page = await Show(asked.Id);
        Assert.DoesNotContain(Personal[1..], PageSite.Text(page), StringComparison.Ordinal);
        await Answer(asked.Id, Filled(page, "", ("record/phones/0/number", Right)));
        Assert.Equal([Right], Notices.All.Single(n => n.Id != asked.Id).Form["changes"]![0]!["set"]!["phones"]!.AsArray()
            .Select(p => (string?)p!["number"]));
    }

    [Fact]
    public async Task What_an_answer_leaves_open_stays_asked_in_its_field_and_the_files_go_along()
    {
        var asked = WithForm();
        var page = await Show(asked.Id);
        Assert.Contains("name=\"record/officeHours", PageSite.Text(page), StringComparison.Ordinal);
        await Answer(asked.Id, Filled(page, "", ("record/phones/0/number", Right), ("words", "Nine to five.")));
        var answer = Notices.All.Single(n => n.Id != asked.Id);
        Assert.Equal(["/files/0/changes/0/set/officeHours"], answer.Problems.Where(p => p.Code == ProblemCode.F23).Select(p => p.Field));
        Assert.False(((JsonObject)answer.Form["changes"]![0]!["set"]!).ContainsKey("officeHours"));
        // What nobody is asked any more, the reviewer reads beside the words.
        Assert.Equal([Outcome.Warn], answer.Problems.Where(p => p.Code == ProblemCode.F20).Select(p => p.Outcome));
        var file = Assert.Single(answer.Files);
        Assert.Equal((asked.Files[0].Name, $"{answer.Id}/{file.Sha256}"), (file.Name, file.Blob));
        await using var kept = await Files.Open(Place.Originals, file.Blob, default);
        Assert.Equal("a note", await new StreamReader(kept!).ReadToEndAsync());
    }

    [Fact]
    public async Task Another_row_of_a_field_is_shown_and_sends_nothing()
    {
        var asked = Asked();
        var more = await Answer(asked.Id, Filled(
            await Show(asked.Id), "add:record/phones", ("record/phones/0/number", Right), ("words", "Two lines.")));
        Assert.Equal((200, 1), (more.Status, Notices.All.Count));
        Assert.Contains("record/phones/1/number", PageSite.Text(more), StringComparison.Ordinal);
        Assert.Contains($"value=\"{Right}\"", PageSite.Text(more), StringComparison.Ordinal);
        Assert.Contains("Two lines.", PageSite.Text(more), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_whose_field_is_filled_in_is_asked_no_more()
    {
        var asked = WithForm();
        var page = await Show(asked.Id);
        await Answer(asked.Id, Filled(
            page, "", ("record/officeHours/0/day", "MONDAY"), ("record/officeHours/0/from", "09:00"), ("record/officeHours/0/to", "17:00")));
        var answer = Notices.All.Single(n => n.Id != asked.Id);
        Assert.Equal("09:00", (string?)answer.Form["changes"]![0]!["set"]!["officeHours"]![0]!["from"]);
        Assert.DoesNotContain(answer.Problems, p => p.Code == ProblemCode.F23);
    }

    [Fact]
    public async Task An_answer_in_words_goes_along_and_an_empty_one_is_asked_again()
    {
        var asked = Asked();
        var page = await Show(asked.Id);
        Assert.Equal(422, (await Answer(asked.Id, Filled(page, ""))).Status);
        Assert.Single(Notices.All);
        Assert.Equal(303, (await Answer(asked.Id, Filled(page, "", ("words", "It is the old number.")))).Status);
        Assert.Equal("It is the old number.", (string?)Notices.All.Single(n => n.Id != asked.Id).Form["text"]);
    }

    [Fact]
    public async Task What_was_not_decided_is_withdrawn_once_and_what_was_is_not()
    {
        var notice = Notices.Put(Asked() with { Id = "XAA-review", Status = NoticeStatus.Review, Problems = [] });
        Assert.Equal($"/office/notices/{notice.Id}?done=OFFICE_WITHDRAWN", await Withdraw(Mission, notice.Id));
        var withdrawn = Notices.All.Single(n => n.Id == notice.Id);
        Assert.Equal((NoticeStatus.Closed, "mission", Clock.GetUtcNow()), (withdrawn.Status, withdrawn.WithdrawnBy, withdrawn.WithdrawnAt));
        Assert.Contains("It was withdrawn by the office that sent it", PageSite.Text(await Show(notice.Id)), StringComparison.Ordinal);
        Assert.EndsWith("OFFICE_WITHDRAWN", await Withdraw(Mission, notice.Id), StringComparison.Ordinal);
        var decided = Notices.Put(notice with { Id = "XAA-decided", Status = NoticeStatus.Approved });
        Assert.EndsWith("OFFICE_DECIDED", await Withdraw(Mission, decided.Id), StringComparison.Ordinal);
        // What an authority sent, its mission does not stand by; it takes nothing back in that one's name.
        var held = Held();
        Assert.EndsWith("OFFICE_DECIDED", await Withdraw(Mission, held.Id), StringComparison.Ordinal);
        Assert.Equal(NoticeStatus.Held, Notices.All.Single(n => n.Id == held.Id).Status);
    }

    private Notice Asked(string set = $$"""{"phones":[{"number":"{{Wrong}}"}],"comments":"why"}""") => Notices.Put(new()
    {
        Id = "XAA-asked", State = Sample.State, ReceivedAt = Sample.Now, Status = NoticeStatus.Query, Form = Sample.Amending(set),
        Sender = new("mission", CallerKind.State, Sample.State, OfficeRole.Mission),
        Problems = [Problem.Query(ProblemCode.V11, "/changes/0/set/phones/0/number", Wrong, Wrong)],
    });

    private Notice WithForm()
    {
        Assert.True(Files.Keep(Place.Originals, "XAA-asked/1", new MemoryStream("a note"u8.ToArray()), "text/plain", default).Result);
        var asked = Asked();
        return Notices.Put(asked with
        {
            Files = [new("form.txt", "text/plain", "1", 6, "XAA-asked/1") { Kind = DocumentKind.Txt }],
            Problems =
            [
                .. asked.Problems, Problem.Query(ProblemCode.F23, "/files/0/changes/0/set/officeHours", "D1 Monday", "form.txt", "from-to"),
                Problem.Query(ProblemCode.F20, "/files/0", "Telex", "form.txt", "Telephone"),
            ],
        });
    }

    private Task<Served> Show(string id) => Get<OfficeNoticePages>(
        Mission, $"/office/notices/{id}", nameof(OfficeNoticePages.Show), r => NoticePages.Show(r, id, default));

    private Task<Served> Answer(string id, IEnumerable<(string, string)> fields) => Send<OfficeAnswerPages>(
        Mission, "/office/notices/x/answer", nameof(OfficeAnswerPages.Answer), r => AnswerPages.Answer(r, id, default), [.. fields]);

    private async Task<string> Withdraw(string address, string id) => $"{(await Send<OfficeAnswerPages>(
        address, "/office/notices/x/withdrawal", nameof(OfficeAnswerPages.Withdraw), r => AnswerPages.Withdraw(r, id, default))).Headers.Location}";
}
