using Hub.Intake.Mails.Reports;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Bounces;

public sealed class ReportDetailTests
{
    private const string Failed = "Final-Recipient: rfc822; mission@state.example\nAction: failed\nStatus: 5.1.1";

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
