using Hub.Notices.Rules;
using Hub.Register.Problems;
using Hub.Register.Text;

namespace Hub.Intake.Mails.Senders;

/// <summary>Addresses that a hurried reader takes for a registered one.</summary>
internal static class LookAlikes
{
    private const int ShortestName = 8;

    /// <summary>Whether it lies in a domain that a registered office uses.</summary>
    public static bool IsOfOffice(MailAddress address, Correspondents correspondents) => Used(correspondents).Contains(address.Domain);

    /// <summary>The registered domain or address it looks like; null where it looks like none.</summary>
    public static string? Of(MailAddress address, Correspondents correspondents)
    {
        var domain = address.Domain;
        if (domain.Length == 0)
            return null;
        if (Webmail.Has(domain))
            return Nearest.To(MailAddress.Normal(address.Address), Free(correspondents), mostEdits: 1);
        var (skeleton, run) = (Skeleton.OfDomain(domain), Run(Skeleton.OfDomain(domain)));
        var used = Used(correspondents).ToList();
        return used.FirstOrDefault(u => Skeleton.OfDomain(u) == skeleton || IsHidden(u, domain, run))
            ?? Nearest.To(domain, used, mostEdits: 1)
            ?? Near(Domains.Organisation(domain), used.Select(Domains.Organisation).OfType<string>());
    }

    private static string? Near(string? own, IEnumerable<string> others) =>
        own is null ? null : Nearest.To(own, others.Where(o => o != own), mostEdits: 1);

    // justice-gov.example or justice.gov.example.evil.test for justice.gov.example.
    private static bool IsHidden(string used, string domain, string run) =>
        !Domains.IsWithin(domain, used) && Run(Skeleton.OfDomain(used)) is { Length: >= ShortestName } hidden
        && run.Contains(hidden, StringComparison.Ordinal);

    private static string Run(string skeleton) => string.Concat(skeleton.Where(char.IsLetterOrDigit));

    private static IEnumerable<string> Used(Correspondents correspondents) => correspondents.Offices
        .SelectMany(o => o.Addresses.Select(MailAddress.DomainOf).Concat(o.Domains.Select(MailAddress.DomainOf)))
        .Where(d => d.Length > 0 && !Webmail.Has(d)).Distinct();

    private static IEnumerable<string> Free(Correspondents correspondents) =>
        correspondents.Offices.SelectMany(o => o.Addresses).Select(MailAddress.Normal).Where(a => Webmail.Has(MailAddress.DomainOf(a)));
}
