using System.Net.Http.Json;
using System.Text;
using Hub.Simulators.Tests.Mailbox;

namespace Hub.Simulators.Tests;

public sealed class PageTests
{
    private const string Inbox = "notices@directory.example";

    [Fact]
    public async Task A_mail_written_with_the_form_is_read_through_graph()
    {
        await using var box = await MailboxFixture.Start();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("mission@state.example"), "from" },
            { new StringContent(Inbox), "to" },
            { new StringContent("Note verbale 12"), "subject" },
            { new StringContent("The authority has moved."), "body" },
            { new StringContent("fail"), "spf" },
            { new StringContent("pass"), "dmarc" },
            { new StringContent("X-Mailer: paper\nList-Id: none"), "headers" },
            { new ByteArrayContent([1, 2, 3]), "attachments", "note.pdf" },
        };

        var page = await (await box.Http.PostAsync("/write", form)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();

        Assert.Contains("Note verbale 12", page, StringComparison.Ordinal);
        var listed = (await box.Graph.Users[Inbox].Messages.GetAsync())!.Value!.Single();
        var got = await box.Graph.Users[Inbox].Messages[listed.Id].GetAsync(
            o => o.QueryParameters.Select = ["from", "body", "hasAttachments", "internetMessageHeaders"]);
        Assert.Equal("mission@state.example", got!.From!.EmailAddress!.Address);
        Assert.Equal(
            "mx.hub.example; spf=fail smtp.mailfrom=mission@state.example; dkim=none header.d=state.example; "
            + "dmarc=pass header.from=state.example",
            got.InternetMessageHeaders!.Single(h => h.Name == "Authentication-Results").Value);
        Assert.Equal("paper", got.InternetMessageHeaders!.Single(h => h.Name == "X-Mailer").Value);
        Assert.True(got.HasAttachments);
    }

    [Fact]
    public async Task An_answer_to_a_mail_is_begun_as_whom_it_was_sent_to()
    {
        await using var box = await MailboxFixture.Start();
        Assert.Contains("notices@hub.example", await box.Http.GetStringAsync("/"), StringComparison.Ordinal);
        await box.Control("mail", new { from = "mission@state.example", to = Inbox, subject = "A & B", body = "Yes" });
        var message = (await box.Graph.Users[Inbox].Messages.GetAsync())!.Value!.Single();
        var page = await box.Http.GetStringAsync($"/view/{Inbox}/{message.Id}");
        var address = System.Net.WebUtility.HtmlDecode(page.Split("<p><a href=\"")[1].Split('"')[0]);
        var form = await box.Http.GetStringAsync(address);
        foreach (var said in new[] { "value=\"mission@state.example\"", $"value=\"{Inbox}\"", "value=\"Re: A &amp; B\"", "In-Reply-To: " })
            Assert.Contains(said, form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_without_an_address_is_refused_with_the_reason()
    {
        await using var box = await MailboxFixture.Start();

        using var answer = await box.Http.PostAsJsonAsync("/control/mail", new { from = "nobody", to = Inbox });

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("'from'", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mails_html_is_shown_in_a_sandbox_and_cannot_leave_it()
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("mail", new
        {
            from = "x@evil.example", to = Inbox, subject = "<b>Hi</b>", contentType = "html",
            body = "\"></iframe><script>alert(1)</script>",
            attachments = new[] { new { name = "a.txt", contentType = "text/plain", contentBytes = Encoding.UTF8.GetBytes("file") } },
        });
        var id = (await box.Http.GetStringAsync($"/view/{Inbox}")).Split($"/view/{Uri.EscapeDataString(Inbox)}/")[1].Split('"')[0];

        var page = await box.Http.GetStringAsync($"/view/{Inbox}/{id}");

        Assert.Contains("<iframe sandbox", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Hi</b>", page, StringComparison.Ordinal);
        var file = page.Split($"/{id}/")[1].Split('"')[0];
        Assert.Equal("file", await box.Http.GetStringAsync($"/view/{Inbox}/{id}/{file}"));
        Assert.Equal(404, (int)(await box.Http.GetAsync($"/view/{Inbox}/nothing")).StatusCode);
    }

    [Fact]
    public async Task The_mime_of_a_mail_holds_its_headers_body_and_attachments()
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("mail", new
        {
            from = "mission@state.example", to = Inbox, subject = "Añadido", body = "Texto",
            attachments = new[] { new { name = "a.txt", contentType = "text/plain", contentBytes = Encoding.UTF8.GetBytes("file") } },
        });
        var id = (await box.Graph.Users[Inbox].Messages.GetAsync())!.Value!.Single().Id!;

        using var reader = new StreamReader((await box.Graph.Users[Inbox].Messages[id].Content.GetAsync())!);
        var mime = await reader.ReadToEndAsync();

        Assert.Contains(
            "Authentication-Results: mx.hub.example; spf=pass smtp.mailfrom=mission@state.example", mime, StringComparison.Ordinal);
        Assert.Contains("Subject: =?utf-8?B?QcOxYWRpZG8=?=", mime, StringComparison.Ordinal);
        Assert.Contains("VGV4dG8=", mime, StringComparison.Ordinal);
        Assert.Contains("filename=\"a.txt\"", mime, StringComparison.Ordinal);
    }
}
