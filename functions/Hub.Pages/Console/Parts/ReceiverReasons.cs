using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Hub.Pages.Texts;
using Hub.Register.States;

namespace Hub.Pages.Console.Parts;

/// <summary>
/// Why something did not arrive, in the language of a page. It is noted in English; the English text of each reason is what it is known by.
/// </summary>
internal static partial class ReceiverReasons
{
    private const string Colon = ": ";
    private static readonly Labels English = new(Language.English);

    private static readonly string[] Keys =
    [
        "Answered", "ItAnswered", "NoCertificate", "OtherName", "Expired", "Chain", "Issuer", "Port", "NotLookedUp", "NoAddress", "NotPublic",
        "Refused", "RefusedAll", "Late", "LateAll", "Unreachable", "UnreachableAll", "Handshake", "Tls", "LongHeaders", "Lost", "NoConnection",
        "Unreadable", "NotSecure", "NoAnswer", "OtherOrigin", "NoOrigin", "SomethingElse", "Rate", "Denied", "NoEcho", "NotAsked", "Key",
        "Ended", "Gone", "Every", "Nothing",
    ];

    private static readonly Lazy<IReadOnlyList<(Regex Pattern, string Key)>> Known = new(() =>
    [
        .. Keys.Select(k => (new Regex(
            $"\\A{Places().Replace(Regex.Escape(English[$"Reason.{k}"]), "(.{1,40}?)")}\\z",
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), k)),
    ]);

    private static readonly ConcurrentDictionary<(string, Language), string?> Said = new();

    /// <summary>A reason in words of the page; null where it is known in English alone.</summary>
    public static string? In(Labels labels, string reason) => labels.Language == Language.English ? reason
        : Said.Count > 1000 ? Of(labels, reason) : Said.GetOrAdd((reason, labels.Language), _ => Of(labels, reason));

    private static string? Of(Labels labels, string reason)
    {
        foreach (var (pattern, key) in Known.Value)
            if (pattern.Match(reason) is { Success: true } found)
                return labels.Say($"Reason.{key}", [.. found.Groups.Values.Skip(1).Select(g => (Phrase)g.Value)]).ToText(labels.RightToLeft);
        for (var at = reason.IndexOf(Colon, StringComparison.Ordinal); at > 0; at = reason.IndexOf(Colon, at + 1, StringComparison.Ordinal))
            if (Of(labels, reason[..at]) is { } before && Of(labels, reason[(at + Colon.Length)..]) is { } after)
                return labels.Say("Reason.Because", before, after).ToText(labels.RightToLeft);
        return null;
    }

    [GeneratedRegex(@"\\\{[01]}", RegexOptions.NonBacktracking)]
    private static partial Regex Places();
}
