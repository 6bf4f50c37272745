using Hub.Intake.Mails.Reports;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Bounces;

public sealed class ReportParserTests
{
    private const string Failed = "Final-Recipient: rfc822; mission@state.example\nAction: failed\nStatus: 5.1.1";

    [Fact]
    public void A_report_names_the_mail_its_address_and_why_it_failed()
    {
        var report = Reports.Read(Reports.Dsn(Failed))!;
        Assert.Equal((ReportKind.Failed, "5.1.1", "mission@state.example"), (report.Kind, report.Status, report.Address));
        Assert.Equal(Reports.MailId, report.MailId);
        Assert.Equal([Reports.MessageId], report.References);
    }

    [Fact]
    public void A_report_of_Exchange_is_one_too_with_the_mail_itself_in_it()
    {
        var report = Reports.Read(Reports.Exchange())!;
        Assert.Equal((ReportKind.Failed, "5.1.10", Reports.MailId), (report.Kind, report.Status, report.MailId));
        Assert.Equal([Reports.MessageId], report.References);
    }

    [Theory]
    [InlineData("failed", ReportKind.Failed)]
    [InlineData("Delayed", ReportKind.Delayed)]
    [InlineData("delivered", ReportKind.Arrived)]
    [InlineData("RELAYED", ReportKind.Arrived)]
    [InlineData("expanded", ReportKind.Arrived)]
    [InlineData("something new", ReportKind.Failed)]
    [InlineData("delayed (will retry for 3 days)", ReportKind.Delayed)]
    [InlineData("delayed; will retry", ReportKind.Delayed)]
    [InlineData("failed (bounced)", ReportKind.Failed)]
    public void The_action_says_what_happened(string action, ReportKind kind) =>
        Assert.Equal(kind, Reports.Read(Reports.Dsn($"Final-Recipient: rfc822;a@state.example\nAction: {action}\nStatus: 4.0.0"))!.Kind);

    [Theory]
    [InlineData("Status: 5.0.0\nDiagnostic-Code: smtp; 550-5.1.1 The account does not exist", "5.1.1")]
    [InlineData("Status: 5.1.1 (bad destination mailbox address)", "5.1.1")]
    [InlineData("Status: 5.2.2\nDiagnostic-Code: smtp; 554 5.0.0 whatever", "5.2.2")]
    [InlineData("Diagnostic-Code: smtp; 550 no, says 5.1.10.3 of 192.5.7.1", null)]
    [InlineData("Status: 5.0.0", "5.0.0")]
    [InlineData("Status: 5.5.0\nDiagnostic-Code: smtp; 550 one or more failed (a@state.example:550 5.1.1 No such user)", "5.1.1")]
    [InlineData("Status: 5.0.0\nDiagnostic-Code: smtp; 552-5.5.0 5.2.2. The mailbox is full", "5.2.2")]
    [InlineData("Status: 4.4.7\nDiagnostic-Code: smtp; 421 4.4.0 try later", "4.4.7")]
    [InlineData("Status: 5.5.0\nDiagnostic-Code: smtp; no code but 192.0.2.5 and .5.1.1 and 5.1.1.1 and 5.1111.1", "5.5.0")]
    [InlineData("Status: five", null)]
    public void The_code_is_the_one_that_says_most(string fields, string? code) =>
        Assert.Equal(code, Reports.Read(Reports.Dsn($"Final-Recipient: rfc822;a@state.example\nAction: failed\n{fields}"))!.Status);

    [Fact]
    public void Of_several_recipients_the_worst_counts_and_the_address_that_was_written_to()
    {
        var report = Reports.Read(Reports.Dsn(
            "Final-Recipient: rfc822;one@state.example\nAction: delivered\n\n"
            + "Original-Recipient: rfc822;mission@state.example\nFinal-Recipient: rfc822;two@state.example\n"
            + "Action: failed\nStatus: 5.2.1"))!;
        Assert.Equal((ReportKind.Failed, "5.2.1", "mission@state.example"), (report.Kind, report.Status, report.Address));
    }

    [Fact]
    public void A_report_without_the_mail_has_its_address_only()
    {
        var report = Reports.Read(Reports.Dsn(Failed, original: null))!;
        Assert.Null(report.MailId);
        Assert.Empty(report.References);
        Assert.Equal("mission@state.example", report.Address);
    }

    [Fact]
    public void The_same_report_has_the_same_id_and_another_has_another()
    {
        Assert.Equal(Reports.Read(Reports.Dsn(Failed))!.Id, Reports.Read(Reports.Dsn(Failed))!.Id);
        Assert.NotEqual(Reports.Read(Reports.Dsn(Failed))!.Id, Reports.Read(Reports.Text("no such user"))!.Id);
    }

    [Fact]
    public void A_text_of_an_old_server_is_a_report_where_it_brings_the_mail_back()
    {
        var report = Reports.Read(Reports.Text("<mission@state.example>: 550 5.1.1 user unknown"))!;
        Assert.Equal((ReportKind.Failed, "5.1.1", Reports.MailId), (report.Kind, report.Status, report.MailId));
        Assert.Equal([Reports.MessageId], report.References);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("Auto-Submitted: auto-replied; owner-email=\"x@state.example\"")]
    [InlineData("Auto-Submitted: auto-generated\nIn-Reply-To: <4711@hub.example>")]
    [InlineData("X-Autoreply: yes")]
    [InlineData("Precedence: auto_reply")]
    public void An_automatic_reply_is_known_by_its_header(string header)
    {
        var report = Reports.Read(Reports.AutoReply(header))!;
        Assert.Equal((ReportKind.AutoReply, "mission@state.example"), (report.Kind, report.Address));
    }

    [Theory]
    [InlineData("Automatic reply: Directory")]
    [InlineData("Réponse automatique : Annuaire")]
    [InlineData("Respuesta automática: Directorio")]
    [InlineData("Автоматический ответ: Справочник")]
    [InlineData("自动答复: 名录")]
    [InlineData("رد تلقائي: الدليل")]
    public void Or_by_its_subject_where_Exchange_marks_it_as_generated(string subject) => Assert.Equal(
        ReportKind.AutoReply, Reports.Read(Reports.AutoReply("Auto-Submitted: auto-generated", subject))!.Kind);

    [Theory]
    [InlineData("Auto-Submitted: no", "Réponse automatique")]
    [InlineData("Auto-Submitted: auto-generated", "NV 114/2026 - designation of central authority")]
    [InlineData("In-Reply-To: <4711@hub.example>", "RE: Directory")]
    [InlineData("X-Priority: 1", "Automatic reply: is what we ask about")]
    public void What_an_office_writes_is_never_taken_for_a_report(string header, string subject) =>
        Assert.Null(Reports.Read(Reports.AutoReply(header, subject)));

    [Fact]
    public void A_postmaster_who_writes_himself_is_no_report() =>
        Assert.Null(Reports.Read(Reports.AutoReply("X-Mailer: hand", "Our new address", "postmaster@state.example")));

    [Fact]
    public void A_read_receipt_says_that_the_mail_arrived()
    {
        var report = Reports.Read("""
            From: mission@state.example
            Subject: Read: Directory
            Message-ID: <receipt@state.example>
            Content-Type: multipart/report; report-type=disposition-notification; boundary="=b"

            --=b
            Content-Type: message/disposition-notification

            Final-Recipient: rfc822;mission@state.example
            Original-Message-ID: <4711@hub.example>
            Disposition: manual-action/MDN-sent-manually; displayed

            --=b--
            """)!;
        Assert.Equal((ReportKind.Arrived, "mission@state.example"), (report.Kind, report.Address));
        Assert.Equal([Reports.MessageId], report.References);
    }

    [Theory]
    [InlineData("Subject: nothing else")]
    [InlineData(
        "Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n\u0000\u0001:::\n--x--"
    )]
    [InlineData(
        "Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n!!!!\n--x--"
    )]
    public void A_mail_that_is_broken_is_no_report(string mime) => Assert.Null(Reports.Read(mime));

    [Fact]
    public void A_report_hidden_deeper_than_any_server_hides_it_is_none()
    {
        var (open, close) = ("", "");
        for (var depth = 0; depth < 40; depth++)
            (open, close) = ($"{open}Content-Type: multipart/mixed; boundary=\"b{depth}\"\n\n--b{depth}\n", $"\n--b{depth}--{close}");
        Assert.Null(Reports.Read($"From: a@state.example\n{open}Content-Type: message/delivery-status\n\nA: b\n\nAction: failed\n{close}"));
    }

    [Fact]
    public void A_report_never_prints_what_it_holds_I6() =>
        Assert.DoesNotContain("@", $"{Reports.Read(Reports.Dsn(Failed))}", StringComparison.Ordinal);

    // Each of these took minutes, or the memory of the machine, when it grew with the square of its length.
    [Fact]
    public void A_report_that_is_made_to_take_long_is_read_or_left_at_once()
    {
        const string Head = "From: mailer-daemon@state.example\r\nTo: hub@hub.example\r\nSubject: failed\r\nMIME-Version: 1.0\r\n";
        string[] mails =
        [
            $"{Head}\r\n{new string('\n', 1_000_000)}",
            $"{Head}\r\n{string.Concat(Enumerable.Repeat("\n> ", 400_000))}x-hub-message-id:",
            $"{Head}References: {string.Concat(Enumerable.Repeat("<a@b.example> ", 200_000))}\r\n\r\nbody",
            $"{Head}{string.Concat(Enumerable.Range(0, 3000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"))}",
            $"{Head}{string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\n", 20_000))}",
        ];
        foreach (var mail in mails)
            _ = ReportParser.Read(System.Text.Encoding.ASCII.GetBytes(mail));
    }
}
