using System.Text;
using Hub.Functions.Errors;
using Hub.Functions.Office;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.Intake.Forms.Filling;
using Hub.Notices.Documents;
using Hub.Pages.Forms;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Office;

/// <summary>An office opens the files of its notices, and sends back forms that were filled in for it.</summary>
public sealed class OfficeFileTests : OfficeCase
{
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
        Assert.Contains($"filename=XAA-{Name()}-en.{kind}", $"{saved.Headers.ContentDisposition}", StringComparison.Ordinal);
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
        Assert.Contains("None of these files is the designation form.", PageSite.Text(page), StringComparison.Ordinal);
        Assert.Empty(Notices.All);
    }

    private string Name() => Register.Now.Authorities[Sample.Record].Name(Language.English).Replace(' ', '-');

    private Task<Served> Show(string id) => Get<OfficeNoticePages>(
        Mission, $"/office/notices/{id}", nameof(OfficeNoticePages.Show), r => NoticePages.Show(r, id, default));

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
