using System.Text;
using Hub.Functions.Errors;
using Hub.Functions.Office;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.Intake.Forms.Filling;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Documents;
using Hub.Pages.Forms;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Office;

/// <summary>An office answers what is asked, takes back what it sent, opens files, and sends back forms filled in for it.</summary>
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
    public async Task What_is_withheld_is_not_shown_in_a_question_and_not_lost_by_the_answer()
    {
        var record = Register.Now.Authorities[Sample.Record];
        Register.Put(record with { Secretariat = new() { PersonalPhones = [new(Personal, null, PhonePurpose.Home)] } });
        var asked = Asked($$"""{"phones":[{"number":"{{Wrong}}"},{"number":"{{Personal}}","purpose":"HOME"}],"comments":"why"}""");
        var page = await Show(asked.Id);
        Assert.DoesNotContain(Personal[1..], PageSite.Text(page), StringComparison.Ordinal);
        await Answer(asked.Id, Filled(page, "", ("record/phones/0/number", Right)));
        Assert.Equal([Right, Personal], Notices.All.Single(n => n.Id != asked.Id).Form["changes"]![0]!["set"]!["phones"]!.AsArray()
            .Select(p => (string?)p!["number"]));
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

    [Fact]
    public async Task A_file_of_a_held_notice_is_opened_by_its_mission_and_by_no_other_State()
    {
        await Files.Keep(Place.Originals, "XAA-held/note", new MemoryStream("Note verbale"u8.ToArray()), "text/plain", default);
        var held = Notices.Put(Held() with
        {
            Files = [new("note.txt", "text/plain", new('a', 64), 12, "XAA-held/note") { Kind = DocumentKind.Txt }],
        });
        Assert.Contains($"/office/notices/{held.Id}/files/1", PageSite.Text(await Show(held.Id)), StringComparison.Ordinal);
        var file = await Get<OfficeFilePages>(
            Mission, "/office/notices/x/files/1", nameof(OfficeFilePages.Save), r => FilePages.Save(r, held.Id, "1", default));
        Assert.Equal((200, "Note verbale"), (file.Status, Encoding.UTF8.GetString(file.Bytes)));
        var foreign = Notices.Put(held with { Id = $"{Sample.OtherState}-held", State = Sample.OtherState });
        var refused = await Assert.ThrowsAsync<ApiException>(() => Get<OfficeFilePages>(
            Mission, "/office/notices/x/files/1", nameof(OfficeFilePages.Save), r => FilePages.Save(r, foreign.Id, "1", default)));
        Assert.Equal(404, refused.Status);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public async Task A_form_of_a_record_comes_back_and_changes_what_differs(string kind)
    {
        var saved = await Get<OfficeFilePages>(
            Mission, "/office/records/x/form", nameof(OfficeFilePages.Form), r => FilePages.Form(r, Sample.Record, kind, default));
        Assert.Equal(200, saved.Status);
        var record = Register.Now.Authorities[Sample.Record];
        var answers = new Dictionary<string, string>(FilledForm.Of(record, Language.English)) { ["C8"] = "Unit 5" };
        var of = DesignationForms.Kinds.Single(k => k.Extension() == $".{kind}");
        Assert.Equal(DesignationForms.Of(of, Language.English, FilledForm.Of(record, Language.English)), saved.Bytes);
        // The directory has moved on: that is not turned back.
        Register.Change(new Register.Log.Change.Amend(Sample.Record, Sample.Object("""{"comments":"newer"}""")));
        var sent = await SendFile($"form.{kind}", DesignationForms.Of(of, Language.English, answers));
        Assert.True(sent.Status == 303, PageSite.Text(sent));
        var notice = Assert.Single(Notices.All);
        Assert.Equal($"/office/notices/{notice.Id}?done=OFFICE_SENT", $"{sent.Headers.Location}");
        var change = notice.Form["changes"]![0]!;
        Assert.Equal(Sample.Record, (string?)change["recordId"]);
        Assert.Equal("""{"unitName":"Unit 5"}""", change["set"]!.ToJsonString());
    }

    [Fact]
    public async Task A_file_that_is_no_form_is_refused_in_words_and_nothing_is_kept()
    {
        var page = await SendFile("note.txt", "Good morning"u8.ToArray());
        Assert.Equal(422, page.Status);
        Assert.Contains("govuk-error-message", PageSite.Text(page), StringComparison.Ordinal);
        Assert.Empty(Notices.All);
    }

    private Notice Asked(string set = $$"""{"phones":[{"number":"{{Wrong}}"}],"comments":"why"}""") => Notices.Put(new()
    {
        Id = "XAA-asked", State = Sample.State, ReceivedAt = Sample.Now, Status = NoticeStatus.Query, Form = Sample.Amending(set),
        Sender = new("mission", CallerKind.State, Sample.State, OfficeRole.Mission),
        Problems = [Problem.Query(ProblemCode.V11, "/changes/0/set/phones/0/number", Wrong, Wrong)],
    });

    private Task<Served> Show(string id) => Get<OfficeNoticePages>(
        Mission, $"/office/notices/{id}", nameof(OfficeNoticePages.Show), r => NoticePages.Show(r, id, default));

    private Task<Served> Answer(string id, IEnumerable<(string, string)> fields) => Send<OfficeAnswerPages>(
        Mission, "/office/notices/x/answer", nameof(OfficeAnswerPages.Answer), r => AnswerPages.Answer(r, id, default), [.. fields]);

    private async Task<string> Withdraw(string address, string id) => $"{(await Send<OfficeAnswerPages>(
        address, "/office/notices/x/withdrawal", nameof(OfficeAnswerPages.Withdraw), r => AnswerPages.Withdraw(r, id, default))).Headers.Location}";

    private Task<Served> SendFile(string name, byte[] content) => Send<OfficeFilePages>(
        Mission, "/office/forms", nameof(OfficeFilePages.Send), r => FilePages.Send(With(r, name, content), default));

    // As a browser sends a form with a file in it.
    private static HttpRequest With(HttpRequest request, string name, byte[] content)
    {
        var head = $"--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n";
        request.ContentType = "multipart/form-data; boundary=b";
        request.Body = new MemoryStream([.. Encoding.ASCII.GetBytes(head), .. content, .. "\r\n--b--\r\n"u8]);
        request.ContentLength = request.Body.Length;
        return request;
    }
}
