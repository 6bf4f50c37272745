using Hub.Functions.Errors;

namespace Hub.Functions.Partners;

/// <summary>What is wrong with what a partner asks of its endpoints: the titles of responses, from which pages know what to say.</summary>
internal static class EndpointRefusals
{
    public const string Address = "Not an address for webhooks";
    public const string Rate = "Not a rate";
    public const string Filter = "Not a filter";
    public const string Event = "No such event";
    public const string TooMany = "Too many endpoints";
    public const string JustNow = "Asked just now";
    public const string NoConsent = "No consent yet";
    public const string NoContact = "No contact";
    public const string NewDenied = "No consent";
    public const string CodeLost = "The code did not arrive";
    public const string Code = "Not the code";
    public const string Overlap = "Not an overlap";
    public const string OtherHash = "Another hash";
    public const string Further = "Confirmed further";
    public const string NotItsTurn = "Not its turn";
    public const string Busy = "Being delivered to";
    public const string Rotated = "Replaced meanwhile";
    public const string Key = "Not now";

    /// <summary>It was done just now, or too much was.</summary>
    public static ApiException Wait(TimeSpan wait) => ApiException.TooOften(
        wait, JustNow, "That was done just now, or you asked for much in this minute: ask again after as many seconds as Retry-After says.");

    /// <summary>Somebody else has made a new secret since: theirs signs.</summary>
    public static ApiException Replaced() => new(
        409, Rotated, "The secret was replaced since you looked: GET /api/endpoints shows the mark of the present one. Nothing changed.");

    /// <summary>Nothing can be signed at this moment.</summary>
    public static ApiException NoKey() => new(503, Key, "The hub's signing key cannot be reached: try again in a minute.");
}
