namespace Hub.Intake.Mails.Senders;

/// <summary>Whether the receiving server vouches for a sender's domain.</summary>
public enum Vouched
{
    /// <summary>It does.</summary>
    Yes,

    /// <summary>It says that a check failed.</summary>
    Failed,

    /// <summary>It says nothing that helps.</summary>
    No,
}

/// <summary>Reads the results of our own receiving server (RFC 8601); everybody else's are only something that a stranger wrote.</summary>
internal static class Authentication
{
    /// <summary>Whether the sender's domain is vouched for: DMARC, else DKIM or SPF of the same organisation (RFC 7489 §3.1).</summary>
    public static Vouched Of(ParsedMail mail, Correspondents correspondents, string domain)
    {
        var results = Own(mail, correspondents).SelectMany(r => r.Results).ToList();
        var dmarc = results.Where(r => r.Method == "dmarc").ToList();
        if (dmarc.Any(r => r.Result is "fail" or "permerror" || Of(r, "header.from") is { Length: > 0 } from && from != domain))
            return Vouched.Failed;
        if (dmarc.Any(r => r.Result == "pass") || results.Any(r => IsAligned(r, domain)))
            return Vouched.Yes;
        return results.Any(r => r.Method is "spf" or "dkim" && r.Result is "fail" or "softfail") ? Vouched.Failed : Vouched.No;
    }

    // Our edge writes on top of what it received. Below the line by which it took the mail from a stranger, all is the stranger's; of what
    // stands above, the topmost is the last word of ours, to the next server's line.
    private static IEnumerable<AuthenticationReport> Own(ParsedMail mail, Correspondents correspondents)
    {
        var lines = mail.Headers.Index().Where(h => h.Item.Name.Equals("Received", StringComparison.OrdinalIgnoreCase))
            .Select(h => (h.Index, Line: ReceivedLine.Parse(h.Item.Value))).ToList();
        var edge = lines.FindIndex(l => !l.Line.IsInner(correspondents));
        if (edge >= 0 && correspondents.OwnHosts.Count > 0 && !lines[edge].Line.IsByOurs(correspondents))
            return [];
        var end = edge < 0 ? mail.Headers.Count : lines[edge].Index;
        var ours = mail.Checks.Where(c => c.Header < end)
            .Where(c => correspondents.AuthservIds.Contains(c.AuthservId, StringComparer.OrdinalIgnoreCase)).ToList();
        return ours.TakeWhile(c => !lines.Any(l => ours[0].Header < l.Index && l.Index < c.Header));
    }

    private static bool IsAligned(AuthenticationResult result, string domain) => result is { Result: "pass" } && result.Method switch
    {
        "dkim" => Domains.AreAligned(DomainOf(Of(result, "header.d") ?? Of(result, "header.i")), domain),
        "spf" => Domains.AreAligned(DomainOf(Of(result, "smtp.mailfrom")), domain),
        _ => false,
    };

    private static string DomainOf(string? property) => property is null ? "" : MailAddress.DomainOf(property);

    private static string? Of(AuthenticationResult result, string property) => result.Properties.GetValueOrDefault(property);
}
