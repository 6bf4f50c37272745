namespace Hub.Notices.Access;

/// <summary>Who may give whom a key: nobody comes by the key of another person of the Secretariat, or by a second of their own.</summary>
public static class KeyRules
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 100;

    /// <summary>The most years for which a key with an end is issued.</summary>
    public const int LongestYears = 10;

    /// <summary>What a name of the Secretariat may hold besides letters and digits.</summary>
    public const string NameSigns = " .-_@'";

    /// <summary>Why a key is not issued; null where it is.</summary>
    /// <param name="by">Who would issue it.</param>
    /// <param name="wanted">Whose it would be.</param>
    /// <param name="expires">When it would end.</param>
    /// <param name="keys">The keys there are.</param>
    /// <param name="people">The people who signed in.</param>
    /// <param name="now">The time.</param>
    public static KeyRefusal? Refusal(
        Caller by, Caller wanted, DateTimeOffset? expires, IReadOnlyList<ApiKey> keys, IReadOnlyList<Person> people, DateTimeOffset now) =>
        wanted switch
        {
            { Name: { Length: > LongestName } or "" } => KeyRefusal.NameLength,
            { Name: var name } when name.Trim() != name || name.Any(char.IsControl) => KeyRefusal.NameLine,
            // Of letters alike in two scripts, or with marks that nobody sees, it would be a colleague's in all that people read.
            { Kind: CallerKind.Secretariat, Name: var name } when !name.All(c => char.IsAsciiLetterOrDigit(c) || NameSigns.Contains(c)) =>
                KeyRefusal.NameLetters,
            { Kind: CallerKind.Secretariat, Name: var name } when Same(name, Caller.FirstKey) || Same(name, Caller.Hub.Name) =>
                KeyRefusal.NameOfFirstKey,
            { Kind: CallerKind.Secretariat, Name: var name } when IsAnothers(by, name, keys) || IsAnothers(by, name, people) =>
                KeyRefusal.NameOfColleague,
            _ when expires <= now => KeyRefusal.EndPast,
            _ when expires > now.AddYears(LongestYears) => KeyRefusal.EndFar,
            _ => null,
        };

    /// <summary>Whether somebody may replace a key, and so get the new one in hand.</summary>
    public static bool MayReplace(Caller by, ApiKey key) => by.Kind == CallerKind.Secretariat && !key.Caller.IsFirstKey
        && (key.Caller.Kind != CallerKind.Secretariat || by.IsFirstKey || by.Person == key.Caller.Person);

    // Who signed in is known by an id, and called by a name: a key with either would decide as that person in all that people read.
    private static bool IsAnothers(Caller by, string name, IReadOnlyList<Person> people) => Guid.TryParse(name, out _) || people.Any(
        p => p.Id != by.Person && (Same(p.Id, name) || Same(p.Name, name)));

    private static bool Same(string one, string other) =>
        string.Equals(Joined(one), Joined(other), StringComparison.OrdinalIgnoreCase);

    private static string Joined(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    private static bool IsAnothers(Caller by, string name, IReadOnlyList<ApiKey> keys) => !by.IsFirstKey && keys.Any(
        k => k.Caller.Kind == CallerKind.Secretariat && k.Caller.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            && k.Caller.Person != by.Person);
}
