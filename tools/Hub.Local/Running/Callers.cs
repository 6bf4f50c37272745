using System.Net;

namespace Hub.Local.Running;

/// <summary>One caller of each kind, with a key.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="State">Its State.</param>
/// <param name="Role">Its office.</param>
/// <param name="May">What it may do, for a person to read.</param>
public sealed record Caller(string Name, string Kind, string? State, string? Role, string May)
{
    /// <summary>The first reviewer.</summary>
    public const string FirstReviewer = "reviewer-1";

    /// <summary>The second reviewer.</summary>
    public const string SecondReviewer = "reviewer-2";

    /// <summary>The mission of the fictional State.</summary>
    public const string Mission = "mission-xaa";

    /// <summary>An authority of the fictional State.</summary>
    public const string Authority = "authority-xaa";

    /// <summary>A reader of the directory.</summary>
    public const string Reader = "reader";

    /// <summary>A partner network.</summary>
    public const string Partner = "wacap";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Caller> All { get; } =
    [
        new(FirstReviewer, "SECRETARIAT", null, null, "Secretariat: decides"),
        new(SecondReviewer, "SECRETARIAT", null, null, "Secretariat: decides second"),
        new(Mission, "STATE", "XAA", "MISSION", "Arvenia's mission: submits"),
        new(Authority, "STATE", "XAA", "AUTHORITY", "Arvenia's authority: submits"),
        new(Reader, "READER", null, null, "reads the directory"),
        new(Partner, "PARTNER", null, null, "partner: webhooks, events"),
    ];

    /// <summary>Issues a key to each, except to those that have one which the hub still knows.</summary>
    public static async Task<Dictionary<string, string>> Issue(Uri hub, string firstKey, IReadOnlyDictionary<string, string> had)
    {
        using var secretariat = new HubClient(hub, firstKey);
        var keys = new Dictionary<string, string>();
        foreach (var c in All)
            keys[c.Name] = had.TryGetValue(c.Name, out var key) && await IsKnown(hub, key)
                ? key
                : await secretariat.IssueKey(c.Name, c.Kind, c.State, c.Role);
        return keys;
    }

    // Who is known but may not read this is refused otherwise (403).
    private static async Task<bool> IsKnown(Uri hub, string key)
    {
        using var client = new HubClient(hub, key);
        return (await client.Get("api/events/head")).Status != HttpStatusCode.Unauthorized;
    }
}
