using Hub.Notices.Access;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Console.People;

/// <summary>Whether a key opens anything.</summary>
public enum KeyStanding
{
    /// <summary>It works.</summary>
    Works,

    /// <summary>It works until its end, and another has taken its place.</summary>
    Replaced,

    /// <summary>Its end is over.</summary>
    Ended,

    /// <summary>It was taken away.</summary>
    Revoked,
}

/// <summary>Which keys somebody wants to see.</summary>
/// <param name="Kind">Of which kind of caller; null for all.</param>
/// <param name="Standing">Whether they work; null for either.</param>
/// <param name="State">Of which State; null for all.</param>
/// <param name="Text">What their name or their id holds; null for anything.</param>
public sealed record KeyChoice(CallerKind? Kind, KeyStanding? Standing, StateCode? State, string? Text) : Confidential
{
    /// <summary>Where they are listed.</summary>
    public const string Path = "/console/people";

    /// <summary>The address of the list.</summary>
    public string Address() => PageRange.AddressOf(
        Path, ("kind", Kind?.Code()), ("standing", Standing?.Code()), ("state", State?.Value), ("text", Text));

    /// <summary>Whether a key is one of them.</summary>
    public bool Fits(ApiKey key, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(key);
        return (Kind is null || key.Caller.Kind == Kind) && (Standing is null || Of(key, now) == Standing)
            && (State is null || key.Caller.State == State)
            && (Text is null || new[] { key.Caller.Name, key.Id }.Any(t => t.Contains(Text, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether a key opens anything at a time.</summary>
    public static KeyStanding Of(ApiKey key, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.RevokedAt is not null ? KeyStanding.Revoked
            : !key.WorksAt(now) ? KeyStanding.Ended
            : key.ReplacedBy is null ? KeyStanding.Works : KeyStanding.Replaced;
    }
}

/// <summary>A list of keys.</summary>
/// <param name="Choice">What was chosen.</param>
/// <param name="Range">Which page of it.</param>
/// <param name="Keys">The keys of the page.</param>
/// <param name="States">All States with their names.</param>
public sealed record KeyList(
    KeyChoice Choice, PageRange Range, IReadOnlyList<ApiKey> Keys, IReadOnlyList<(string Code, string Name)> States) : Confidential;
