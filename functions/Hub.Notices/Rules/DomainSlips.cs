using Hub.Register.Problems;
using Hub.Register.Text;

namespace Hub.Notices.Rules;

/// <summary>Domains that are a slip of the pen away from one that a State uses, or from a mail service that everybody knows.</summary>
internal static class DomainSlips
{
    // Of a short name another is a name of its own: moi is not a misspelt moj, nor ru a misspelt rw.
    private const int Shortest = 5;

    /// <summary>The domain that was meant, in ASCII as all of them; null where none is near.</summary>
    public static string? Meant(string domain, IReadOnlyCollection<string> used) => used.Contains(domain) || Webmail.Has(domain)
        ? null
        : used.Concat(Webmail.All).FirstOrDefault(known => IsSlip(domain.Split('.'), known.Split('.')))
            ?? used.FirstOrDefault(known => LooksLike(domain, known));

    // justlce.gov.example, justice-gov.example or justice.gov.example.other.example for justice.gov.example.
    private static bool LooksLike(string domain, string known)
    {
        if (known.Length == 0 || domain.EndsWith($".{known}", StringComparison.Ordinal))
            return false;
        var (names, hidden) = (Names(domain), Names(known));
        return Skeleton.OfDomain(domain) == Skeleton.OfDomain(known)
            || (known.Split('.').Length > 2 && names.Contains(hidden, StringComparison.Ordinal));
    }

    private static string Names(string domain) => $".{Skeleton.OfDomain(domain.Replace('-', '.'))}.";

    private static bool IsSlip(string[] labels, string[] known)
    {
        if (labels.Length != known.Length)
            return false;
        var other = labels.Zip(known).Where(l => l.First != l.Second).ToList();
        return other is [var (written, meant)] && Math.Max(written.Length, meant.Length) >= Shortest
            && !written.StartsWith("xn--", StringComparison.Ordinal) && Nearest.To(written, [meant], mostEdits: 1) is not null;
    }
}
