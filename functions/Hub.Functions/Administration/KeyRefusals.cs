using Hub.Functions.Errors;
using Hub.Notices.Access;

namespace Hub.Functions.Administration;

/// <summary>What the API says where nothing is done about a key.</summary>
internal static class KeyRefusals
{
    private const string NotIssued = "The key cannot be issued";

    /// <summary>The response.</summary>
    public static ApiException Of(KeyRefusal why) => why switch
    {
        KeyRefusal.NoSuchKey => new(404, "No such key", "GET /api/keys lists them by their ids."),
        KeyRefusal.ReplacedBefore => new(
            409, "Replaced before",
            "Another key took its place: replace that one. Whoever lost it asks the Secretariat for a new key."),
        KeyRefusal.OfColleague => new(
            403, "Not your key", "A key of the Secretariat is replaced by whoever holds it; take it away, and issue another."),
        KeyRefusal.Overlap => new(
            422, "Not an overlap", $"'overlapHours' must be a number from 0 to {ApiKey.LongestOverlap.TotalHours:0}."),
        KeyRefusal.FirstKey => new(
            409, "Set as the first key",
            "The hub takes it from the setting Hub__FirstKey whenever it starts: take it away there (in Azure HUB_FIRST_KEY)."),
        _ => new(422, NotIssued, Detail(why)),
    };

    private static string Detail(KeyRefusal why) => why switch
    {
        KeyRefusal.WantsStateAndOffice => "A State's key needs 'state' and 'role'.",
        KeyRefusal.WantsNoOffice => "Only a State's key has a 'role'.",
        KeyRefusal.UnknownState => "There is no such State.",
        KeyRefusal.NameLength => $"'name' must be of 1 to {KeyRules.LongestName} characters.",
        KeyRefusal.NameLine => "'name' must be one line, without blanks at its ends.",
        KeyRefusal.NameLetters =>
            $"'name' of a key of the Secretariat is of the letters A to Z, digits, blanks and {KeyRules.NameSigns.Trim()}.",
        KeyRefusal.NameOfFirstKey => "That is a name of the hub's own: choose another.",
        KeyRefusal.NameOfColleague =>
            "Somebody else of the Secretariat has that name: choose another, or let them replace their own key.",
        KeyRefusal.EndPast => "'expiresAt' must be in the future.",
        KeyRefusal.EndFar => $"'expiresAt' must be within {KeyRules.LongestYears} years; leave it out for a key without an end.",
        _ => throw new NotSupportedException($"{why}"),
    };
}
