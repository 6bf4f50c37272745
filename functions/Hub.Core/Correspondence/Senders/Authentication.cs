using System.Text.RegularExpressions;
using Hub.Core.Correspondence.Mails;

namespace Hub.Core.Correspondence.Senders;

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
internal static partial class Authentication
{
    /// <summary>Whether the sender's domain is vouched for: DMARC, else DKIM or SPF of the same organisation (RFC 7489 §3.1).</summary>
    public static Vouched Of(ReceivedMail mail, Correspondents correspondents, string domain)
    {
        var results = Own(mail, correspondents).SelectMany(r => r.Results).ToList();
        var dmarc = results.Where(r => r.Method == "dmarc").ToList();
        if (dmarc.Any(r => r.Result is "fail" or "permerror" || Of(r, "header.from") is { Length: > 0 } from && from != domain))
            return Vouched.Failed;
        if (dmarc.Any(r => r.Result == "pass") || results.Any(r => IsAligned(r, domain)))
            return Vouched.Yes;
        return results.Any(r => r.Method is "spf" or "dkim" && r.Result is "fail" or "softfail") ? Vouched.Failed : Vouched.No;
    }

    // Our server writes on top of what it received. Below the first line by which a foreign server handed it over, all is the sender's.
    private static IEnumerable<AuthenticationReport> Own(ReceivedMail mail, Correspondents correspondents)
    {
        var edge = Edge(mail, correspondents);
        var ours = mail.Checks.Where(c => c.Header < edge)
            .Where(c => correspondents.AuthservIds.Contains(c.AuthservId, StringComparer.OrdinalIgnoreCase)).ToList();
        return ours.TakeWhile((c, i) => c.Header == ours[0].Header + i);
    }

    private static int Edge(ReceivedMail mail, Correspondents correspondents)
    {
        for (var i = 0; i < mail.Headers.Count; i++)
            if (mail.Headers[i].Name.Equals("Received", StringComparison.OrdinalIgnoreCase)
                && !IsInner(mail.Headers[i].Value, correspondents))
                return i;
        return mail.Headers.Count;
    }

    private static bool IsInner(string received, Correspondents correspondents) =>
        Hop().Match(received) is { Success: true } hop
        && correspondents.OwnHosts.Any(h => Domains.IsWithin(hop.Groups[1].Value.TrimEnd('.').ToLowerInvariant(), h));

    private static bool IsAligned(AuthenticationResult result, string domain) => result is { Result: "pass" } && result.Method switch
    {
        "dkim" => Domains.AreAligned(DomainOf(Of(result, "header.d") ?? Of(result, "header.i")), domain),
        "spf" => Domains.AreAligned(DomainOf(Of(result, "smtp.mailfrom")), domain),
        _ => false,
    };

    private static string DomainOf(string? property) => property is null ? "" : MailAddress.DomainOf(property);

    private static string? Of(AuthenticationResult result, string property) => result.Properties.GetValueOrDefault(property);

    [GeneratedRegex(@"^\s*from\s+([^\s;()]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Hop();
}
