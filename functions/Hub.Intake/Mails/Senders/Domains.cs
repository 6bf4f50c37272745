namespace Hub.Intake.Mails.Senders;

/// <summary>Which domains belong together (RFC 7489 §3.1).</summary>
public static class Domains
{
    // Below a country's code these are of no one office. The whole list of public suffixes changes weekly; whoever is missing here only has
    // to vouch for the very domain it writes from.
    private static readonly HashSet<string> Categories =
    [
        "ac", "adm", "asn", "co", "com", "ed", "edu", "gen", "go", "gob", "gouv", "gov", "gub", "gv", "id",
        "info", "int", "jus", "leg", "lg", "mil",
        "mp", "name", "ne", "net", "nhs", "nic", "nom", "or", "org", "parliament", "police", "pol", "sch", "web",
    ];

    /// <summary>Whether two domains are of one organisation: one that vouches for the other's mail.</summary>
    public static bool AreAligned(string a, string b) => Organisation(a) is { } own && own == Organisation(b);

    /// <summary>The domain of the organisation; null for a domain that is no organisation's.</summary>
    public static string? Organisation(string domain)
    {
        var labels = domain.Split('.');
        var suffix = labels.Length > 1 && labels[^1].Length == 2 && Categories.Contains(labels[^2]) ? 2 : 1;
        return labels.Length <= suffix || labels.Any(l => l.Length == 0) ? null : string.Join('.', labels[^(suffix + 1)..]);
    }

    /// <summary>Whether a domain is another, or lies below it.</summary>
    public static bool IsWithin(string domain, string parent) =>
        domain == parent || (parent.Length > 0 && domain.EndsWith($".{parent}", StringComparison.Ordinal));
}
