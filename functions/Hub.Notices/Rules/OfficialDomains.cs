namespace Hub.Notices.Rules;

/// <summary>Which addresses are a State's own, as far as a name tells: names that only governments and parliaments get.</summary>
internal static class OfficialDomains
{
    // Names that registries of countries keep for governments.
    private static readonly HashSet<string> Kept =
        new(["gov", "gob", "gouv", "govt", "gub", "go", "gc", "gv", "admin", "mil"], StringComparer.Ordinal);

    // Official gazettes and collections of laws that have names of their own.
    private static readonly string[] Known =
    [
        "irishstatutebook.ie", "gesetze-im-internet.de", "legifrance.gouv.fr", "boe.es", "finlex.fi", "riksdagen.se", "lovdata.no",
        "retsinformation.dk", "overheid.nl", "fedlex.admin.ch", "kenyalaw.org", "laws.africa", "normattiva.it", "dre.pt",
        "diariodarepublica.pt", "legislatie.just.ro", "riigiteataja.ee", "likumi.lv", "e-tar.lt", "zakon.rada.gov.ua", "althingi.is",
        "legilux.public.lu", "pravo.gov.ru", "arvenia.example",
    ];

    /// <summary>Whether an address is one of them.</summary>
    public static bool Include(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return false;
        var host = uri.IdnHost.ToLowerInvariant();
        return IsKept(host.Split('.')) || Known.Any(k => host == k || host.EndsWith($".{k}", StringComparison.Ordinal));
    }

    // gov.uk, gouv.fr, and gov alone: what stands before them anybody may choose.
    private static bool IsKept(string[] names) =>
        Kept.Contains(names[^1]) || (names is [.., var second, { Length: 2 }] && Kept.Contains(second));
}
