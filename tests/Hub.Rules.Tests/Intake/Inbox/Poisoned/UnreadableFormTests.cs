using Hub.Intake.Inbox;
using Hub.Notices.Outbox;

namespace Hub.Rules.Tests.Intake.Inbox.Poisoned;

public sealed class UnreadableFormTests : PoisonedMailCase
{
    [Fact]
    public async Task A_form_that_is_no_text_stops_no_mail_behind_it()
    {
        _rig.Mailbox.Arrive(WithFile("form.csv", "text/csv", "designation/1,,,\r\nA1,State,,\uFFFE\r\nA2\uFFFE,é\uFFFE,,\uFFFE\r\n"));
        _rig.Mailbox.Arrive(WithFile(
            "form.json", "application/json", """{"form":"designation/1","fields":[{"code":"A1","value":"\ufffe"}]}"""));
        _rig.Mailbox.Arrive(WithFile("note.txt", "text/plain", "\uFFFE é"));
        _rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", MailroomRig.Note("PMV/1/2025")));
        await _rig.RunToTheEnd();

        Assert.All(_rig.Mails.All, m => Assert.NotEqual(InboundMailStatus.Received, m.Fate));
        Assert.Contains(_rig.Notices.All, n => (string?)n.Form["officialRef"] == "PMV/1/2025");
    }

    [Theory]
    [InlineData(MailroomRig.Mission, "pass", "", 1)]
    [InlineData(MailroomRig.Mission, "fail", "", 0)]
    [InlineData("somebody@elsewhere.example", "pass", "", 0)]
    [InlineData(MailroomRig.Mission, "pass", "Auto-Submitted: auto-replied", 0)]
    public async Task An_office_hears_that_its_mail_arrived_though_it_cannot_be_read(
        string from,
        string verdict,
        string header,
        int receipts)
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail(MailroomRig.Poison, MailroomRig.Note("PMV/1/2025"), from, header, verdict));
        await _rig.RunToTheEnd();
        Assert.Equal(InboundMailStatus.Held, _rig.Mails.All.Single().Fate);
        Assert.Equal(receipts, _rig.Mailbox.Sent.Count);
        Assert.All(_rig.Outbox.All, a => Assert.Equal(OutboxKind.Receipt, a.Kind));
    }

    private static string WithFile(string name, string type, string content) => $"""
        Authentication-Results: mx.hub.example; dmarc=pass header.from=mission.example
        From: {MailroomRig.Mission}
        To: {MailroomRig.Inbox}
        Subject: {name}
        Message-ID: <{name}@mission.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain

        The form is attached.
        --b
        Content-Type: {type}; name="{name}"
        Content-Disposition: attachment; filename="{name}"
        Content-Transfer-Encoding: base64

        {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(content))}
        --b--
        """;
}
