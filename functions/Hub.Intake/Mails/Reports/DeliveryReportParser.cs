using System.Text;
using Hub.Notices.Recipients;
using MimeKit;

namespace Hub.Intake.Mails.Reports;

/// <summary>Takes a mail apart with MimeKit, and lets the core say what it reports.</summary>
public static class DeliveryReportParser
{
    private const int MostDepth = 5;
    private const int MostText = 64 * 1024;

    /// <summary>The report that a mail is; null where it is none.</summary>
    public static DeliveryReport? Read(MimeMessage message)
    {
        var parts = new Parts();
        parts.Take(message.Body, 0);
        return ReportRules.Read(new(Header(message.Headers), parts.Groups, parts.Original, parts.Text.ToString()));
    }

    private static MailHeader Header(HeaderList fields) => new([.. fields.Select(f => KeyValuePair.Create(f.Field, f.Value))]);

    private sealed class Parts
    {
        public List<MailHeader> Groups { get; } = [];

        public MailHeader? Original { get; private set; }

        public StringBuilder Text { get; } = new();

        public void Take(MimeEntity? entity, int depth)
        {
            switch (entity)
            {
                case Multipart several when depth < MostDepth:
                    foreach (var part in several)
                        Take(part, depth + 1);
                    break;
                case MessageDeliveryStatus status:
                    Groups.AddRange(status.StatusGroups.Select(Header));
                    break;
                case MessageDispositionNotification shown:
                    Groups.Add(Header(shown.Fields));
                    break;
                // Whole or its header alone: text/rfc822-headers is one of these too.
                case MessagePart { Message: { } returned }:
                    Original ??= Header(returned.Headers);
                    break;
                case TextPart text when Text.Length < MostText:
                    Text.Append(text.Text is { Length: > MostText } much ? much[..MostText] : text.Text).Append('\n');
                    break;
                default:
                    break;
            }
        }
    }
}
