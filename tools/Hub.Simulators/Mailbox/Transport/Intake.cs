using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Transport;

/// <summary>Where mail from outside comes in: by the page's form, or by <c>POST /control/mail</c>.</summary>
public sealed class Intake(MailStore store, Drafting drafting)
{
    /// <summary>Puts the mail into the inbox of its recipient, or says what is wrong with it.</summary>
    public (MailMessage? Message, string? Problem) Receive(IncomingMail mail)
    {
        if (!IsAddress(mail.From) || !IsAddress(mail.To))
            return (null, "A mail wants an address in 'from' and one in 'to'.");
        var attachments = mail.Attachments.Select(a => a.ToAttachment()).ToList();
        var mailbox = mail.To.Trim().ToLowerInvariant();
        return (store.Add(mailbox, MailFolder.Inbox, mail.ToProperties(drafting.Now, Conversation(mailbox, mail)), attachments), null);
    }

    // The conversation of the message that it answers, as Exchange finds it.
    private string? Conversation(string mailbox, IncomingMail mail) => mail.Headers.GetValueOrDefault("In-Reply-To") is { } answered
        ? store.List(mailbox).FirstOrDefault(m => m.Text("internetMessageId") == answered)?.Text("conversationId")
        : null;

    private static bool IsAddress(string text) =>
        text.Trim() is { Length: > 2 } address && address[1..^1].Contains('@', StringComparison.Ordinal);
}
