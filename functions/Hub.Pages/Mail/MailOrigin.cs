namespace Hub.Pages.Mail;

/// <summary>Who sends the mails, as they say at their end.</summary>
/// <param name="Sender">The office.</param>
/// <param name="Address">Where answers go.</param>
public sealed record MailOrigin(string Sender, string Address);
