using Hub.Intake.Mails.Kinds;
using Hub.Notices;
using Hub.Register.Json;
using MimeKit;

namespace Hub.Intake.Inbox.ByHand;

/// <summary>What a reader of the directory says is wrong with a record.</summary>
/// <param name="Reader">Who says so.</param>
/// <param name="Record">The record's id.</param>
/// <param name="Name">The office's name.</param>
/// <param name="Page">Where the record is for the Secretariat.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Key">What the form brings, so that sent twice it is one report.</param>
public sealed record ErrorReport(string Reader, string Record, string Name, Uri Page, string Text, string Key) : Confidential;

/// <summary>
/// Keeps what readers report as a mail that a person of the Secretariat reads: it becomes a notice, or is dismissed, like any other.
/// </summary>
public sealed class ErrorReports(IMailStore mails, IOriginalStore originals, MailroomSettings settings, TimeProvider clock)
{
    /// <summary>The most signs of a report.</summary>
    public const int Longest = 4000;

    /// <summary>Keeps a report.</summary>
    public async Task Keep(ErrorReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        var mailbox = settings.Inboxes.Count > 0 ? settings.Inboxes[0] : settings.OwnAddresses[0];
        var message = $"{MailRecord.TypedPrefix}{report.Key}";
        var id = MailRecord.IdOf(mailbox, message);
        var subject = $"Error reported: {report.Record}";
        await originals.Keep(MailRecord.OriginalOf(id), Written(report, subject), "message/rfc822", cancel);
        await mails.Add(
            new()
            {
                Id = id, Mailbox = mailbox, Message = message, ReceivedAt = clock.GetUtcNow(), Subject = subject,
                Fate = InboundMailStatus.ToRead, Kind = MailKind.Other,
            },
            cancel);
    }

    private byte[] Written(ErrorReport report, string subject)
    {
        var message = new MimeMessage
        {
            Subject = subject, Date = clock.GetUtcNow(),
            Body = new TextPart("plain") { Text = $"{report.Name}\n{report.Page}\n\n{report.Text}\n\n{report.Reader}\n" },
        };
        message.From.Add(new MailboxAddress(report.Reader, "directory@hub.invalid"));
        using var written = new MemoryStream();
        message.WriteTo(written);
        return written.ToArray();
    }
}
