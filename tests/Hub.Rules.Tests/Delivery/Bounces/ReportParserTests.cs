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
}
