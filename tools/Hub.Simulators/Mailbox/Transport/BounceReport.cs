using System.Text.Json.Nodes;
using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Transport;

/// <summary>
/// What comes back: a report as Exchange Online writes it (RFC 3464, with the mail itself), or an automatic reply (RFC 3834).
/// </summary>
internal static class BounceReport
{
    public static JsonObject Of(BounceRule rule, MailMessage sent, string recipient, DateTimeOffset now)
    {
        var (id, domain) = ($"<{Guid.NewGuid():N}@{recipient.Split('@')[^1]}>", sent.Mailbox.Split('@')[^1]);
        var from = rule.Kind == BounceKind.AutoReply ? recipient : $"MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@{domain}";
        var subject = rule.Kind switch
        {
            BounceKind.AutoReply => $"Automatic reply: {sent.Subject}",
            BounceKind.Delivered => $"Delivered: {sent.Subject}",
            BounceKind.Delayed => $"Delivery delayed: {sent.Subject}",
            _ => $"Undeliverable: {sent.Subject}",
        };
        var properties = new IncomingMail(from, sent.Mailbox)
        {
            Subject = subject, Body = "See the report.", Headers = new Dictionary<string, string> { ["Message-ID"] = id },
        }.ToProperties(Dates.Utc(now));
        var answering = $"In-Reply-To: {sent.Text("internetMessageId")}\r\nReferences: {sent.Text("internetMessageId")}";
        var header =
            $"From: {from}\r\nTo: {sent.Mailbox}\r\nSubject: {Mime.Word(subject)}\r\n"
            + $"Date: {now:r}\r\nMessage-ID: {id}\r\nMIME-Version: 1.0\r\n{answering}\r\n";
        properties[Mime.Raw] = header + (rule.Kind == BounceKind.AutoReply ? Reply() : Report(rule, sent, recipient, domain));
        return properties;
    }

    private static string Reply() => "Auto-Submitted: auto-replied\r\nContent-Type: text/plain\r\n\r\nThe office is closed.\r\n";

    private static string Report(BounceRule rule, MailMessage sent, string recipient, string domain) => $"""
        Auto-Submitted: auto-generated
        X-MS-Exchange-Message-Is-Ndr:
        Content-Type: multipart/report; report-type=delivery-status; boundary="=_report"

        --=_report
        Content-Type: text/plain; charset="utf-8"

        Your message to {recipient}: {Action(rule)}.

        --=_report
        Content-Type: message/delivery-status

        Reporting-MTA: dns;mail.{domain}

        Final-Recipient: rfc822;{recipient}
        Action: {Action(rule)}
        Status: {rule.Status}
        Diagnostic-Code: smtp;550 {rule.Status} RESOLVER; {recipient}

        --=_report
        Content-Type: message/rfc822

        {Mime.Write(sent)}
        --=_report--

        """.ReplaceLineEndings("\r\n");

    private static string Action(BounceRule rule) => rule.Kind switch
    {
        BounceKind.Delayed => "delayed",
        BounceKind.Delivered => "delivered",
        _ => "failed",
    };
}
