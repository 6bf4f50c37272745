using Hub.Pages.Texts;

namespace Hub.Pages.Mail;

/// <summary>Who sends the mails, as they say at their end.</summary>
/// <param name="Address">Where answers go.</param>
public sealed record MailOrigin(string Address)
{
    /// <summary>What they call it, in the recipient's language.</summary>
    internal static string Sender(Labels labels) => labels["Edition.Title"];
}
