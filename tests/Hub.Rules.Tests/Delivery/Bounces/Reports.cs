using System.Text;
using Hub.Intake.Mails.Reports;
using Hub.Notices.Recipients;
using MimeKit;

namespace Hub.Rules.Tests.Delivery.Bounces;

/// <summary>Mails that come back, as servers write them.</summary>
internal static class Reports
{
    public const string MailId = "mission-xaa:000000000003-000000000007";
    public const string MessageId = "<4711@hub.example>";
    private const string Original =
        $"From: directory@hub.example\nTo: mission@state.example\nSubject: Directory\n"
        + $"Message-ID: {MessageId}\nx-hub-message-id: {MailId}\n";

    public static DeliveryReport? Read(string mime)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(mime.ReplaceLineEndings("\r\n")));
        return DeliveryReportParser.Read(MimeMessage.Load(stream));
    }

    /// <summary>A report of RFC 3464 with the header of the mail, or without it.</summary>
    public static string Dsn(string recipient, string? original = Original, string originalType = "text/rfc822-headers") => $"""
        From: Mail Delivery System <mailer-daemon@mx.state.example>
        To: directory@hub.example
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <report-1@mx.state.example>
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="=b"

        --=b
        Content-Type: text/plain

        I could not deliver it. 5.9.9 stands here for people only.
        --=b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.state.example
        Arrival-Date: Tue, 10 Mar 2026 10:00:00 +0000

        {recipient}

        {(original is null ? "" : $"--=b\nContent-Type: {originalType}\n\n{original}\n")}
        --=b--
        """;

    /// <summary>What Exchange Online writes: its own headers, the diagnosis in Diagnostic-Code, the mail itself beside it.</summary>
    public static string Exchange() => Dsn(
        """
        Final-Recipient: rfc822;mission@state.example
        Action: failed
        Status: 5.1.10
        Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient mission@state.example not found by SMTP address lookup
        """,
        $"{Original}MIME-Version: 1.0\nContent-Type: text/html\n\n<p>Directory</p>", "message/rfc822")
        .Replace(
            "Mail Delivery System <mailer-daemon@mx.state.example>",
            "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@hub.example>",
            StringComparison.Ordinal);

    /// <summary>A text of a server that knows no reports (qmail).</summary>
    public static string Text(string words, string from = "MAILER-DAEMON@mx.state.example") => $"""
        From: {from}
        To: directory@hub.example
        Subject: failure notice
        Message-ID: <report-2@mx.state.example>

        {words}

        --- Below this line is a copy of the message.

        {Original}
        """;

    public static string AutoReply(string header, string subject = "Directory", string from = "mission@state.example") =>
        $"From: {from}\nTo: directory@hub.example\nSubject: {subject}\nMessage-ID: <reply-1@state.example>\n{header}\n\nWe are closed.";
}
