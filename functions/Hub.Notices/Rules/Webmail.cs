namespace Hub.Notices.Rules;

/// <summary>Mail services that give a mailbox to anybody (V10).</summary>
public static class Webmail
{
    /// <summary>Their domains.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "gmail.com", "googlemail.com", "yahoo.com", "yahoo.fr", "hotmail.com", "hotmail.fr", "outlook.com", "live.com", "icloud.com",
        "aol.com", "gmx.com", "gmx.de", "mail.ru", "yandex.ru", "qq.com", "163.com", "126.com", "protonmail.com", "proton.me",
        "laposte.net", "orange.fr",
    ];

    /// <summary>Whether a domain is one of them.</summary>
    public static bool Has(string domain) => All.Contains(domain);
}
