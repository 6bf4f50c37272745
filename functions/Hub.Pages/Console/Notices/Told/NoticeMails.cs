using Hub.Delivery.Mail;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;

namespace Hub.Pages.Console.Notices.Told;

/// <summary>A mail that tells of a notice.</summary>
/// <param name="Mail">What became of it.</param>
/// <param name="Name">Its recipient's name.</param>
/// <param name="StateName">The name of its recipient's State.</param>
public sealed record NoticeMail(MailDelivery Mail, string Name, string StateName) : Confidential;

/// <summary>The mails that tell of what a notice changed.</summary>
/// <param name="Id">The notice.</param>
/// <param name="Reference">Its short name.</param>
/// <param name="Counts">How many there are, by what became of them.</param>
/// <param name="Range">Which page of them.</param>
/// <param name="Mails">The mails of the page, those that failed first.</param>
public sealed record NoticeMails(
    string Id, string Reference, IReadOnlyDictionary<MailStatus, int> Counts, PageRange Range, IReadOnlyList<NoticeMail> Mails)
    : Confidential;
