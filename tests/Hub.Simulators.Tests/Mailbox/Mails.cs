using Microsoft.Graph.Models;

namespace Hub.Simulators.Tests.Mailbox;

/// <summary>Messages for tests.</summary>
public static class Mails
{
    public static Message To(string recipient, string subject = "Directory changes", string? hubId = null) => new()
    {
        Subject = subject,
        Body = new ItemBody { ContentType = BodyType.Html, Content = "<p>Two entries changed.</p>" },
        ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = recipient } }],
        SingleValueExtendedProperties = hubId is null
            ? null
            : [new SingleValueLegacyExtendedProperty { Id = MailboxFixture.HubId, Value = hubId }],
    };

    public static string ByHubId(string value) =>
        $"singleValueExtendedProperties/Any(ep: ep/id eq '{MailboxFixture.HubId}' and ep/value eq '{value}')";
}
