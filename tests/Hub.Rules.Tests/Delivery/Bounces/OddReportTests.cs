using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Bounces;

public sealed class OddReportTests
{
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
}
