namespace Hub.Notices.Access;

/// <summary>Who may give whom a key: nobody comes by the key of another person of the Secretariat, or by a second of their own.</summary>
public static class KeyRules
{
    private const int LongestName = 100;
    private const int LongestYears = 10;
    private const string NameSigns = " .-_@'";

    /// <summary>Why a key is not issued, as a sentence; null where it is.</summary>
    /// <param name="by">Who would issue it.</param>
    /// <param name="wanted">Whose it would be.</param>
    /// <param name="expires">When it would end.</param>
    /// <param name="keys">The keys there are.</param>
    /// <param name="now">The time.</param>
    public static string? Refusal(Caller by, Caller wanted, DateTimeOffset? expires, IReadOnlyList<ApiKey> keys, DateTimeOffset now) =>
        wanted switch
        {
            { Name: { Length: > LongestName } or "" } => $"'name' must be of 1 to {LongestName} characters.",
            { Name: var name } when name.Trim() != name || name.Any(char.IsControl) =>
                "'name' must be one line, without blanks at its ends.",
            // Of letters alike in two scripts, or with marks that nobody sees, it would be a colleague's in all that people read.
            { Kind: CallerKind.Secretariat, Name: var name } when !name.All(c => char.IsAsciiLetterOrDigit(c) || NameSigns.Contains(c)) =>
                $"'name' of a key of the Secretariat is of the letters A to Z, digits, blanks and {NameSigns.Trim()}.",
            { Kind: CallerKind.Secretariat, Name: var name } when name.Equals(Caller.FirstKey, StringComparison.OrdinalIgnoreCase) =>
                "That is the name of the hub's first key: choose another.",
            { Kind: CallerKind.Secretariat, Name: var name } when IsAnothers(by, name, keys) =>
                "Somebody else of the Secretariat has that name: choose another, or let them replace their own key.",
            _ when expires <= now => "'expiresAt' must be in the future.",
            _ when expires > now.AddYears(LongestYears) =>
                $"'expiresAt' must be within {LongestYears} years; leave it out for a key without an end.",
            _ => null,
        };

    /// <summary>Whether somebody may replace a key, and so get the new one in hand.</summary>
    public static bool MayReplace(Caller by, ApiKey key) => by.Kind == CallerKind.Secretariat && !key.Caller.IsFirstKey
        && (key.Caller.Kind != CallerKind.Secretariat || by.IsFirstKey || by.Person == key.Caller.Person);

    private static bool IsAnothers(Caller by, string name, IReadOnlyList<ApiKey> keys) => !by.IsFirstKey && keys.Any(
        k => k.Caller.Kind == CallerKind.Secretariat && k.Caller.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            && k.Caller.Person != by.Person);
}
