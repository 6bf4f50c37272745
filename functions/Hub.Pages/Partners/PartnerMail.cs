using Hub.Pages.Texts;
using Hub.Register.Json;

namespace Hub.Pages.Partners;

/// <summary>A mail to a partner's contact, before it is written.</summary>
/// <param name="Labels">The words of its language.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Lines">What it says.</param>
public sealed record PartnerMail(Labels Labels, string Subject, IReadOnlyList<Phrase> Lines) : Confidential;
