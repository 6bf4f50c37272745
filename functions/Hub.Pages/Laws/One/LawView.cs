using Hub.Pages.Laws.Frame;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Records;

namespace Hub.Pages.Laws.One;

/// <summary>A version of a law, as the log tells of it.</summary>
/// <param name="Version">Its number.</param>
/// <param name="At">When it came into the library, UTC.</param>
/// <param name="Changed">The fields that changed; null for the first version, none where its State confirmed the law as it stood.</param>
public sealed record LawVersion(int Version, DateTimeOffset At, IReadOnlyList<string>? Changed) : IPublic;

/// <summary>A law's page.</summary>
/// <param name="Law">The version that is shown.</param>
/// <param name="StateName">The name of its State.</param>
/// <param name="Present">The number of the present version.</param>
public sealed record LawView(Law Law, string StateName, int Present) : IPublic
{
    /// <summary>Its versions, the newest first.</summary>
    public IReadOnlyList<LawVersion> Versions { get; init; } = [];

    /// <summary>Whether its official address leads to it; null where it has none.</summary>
    public LinkStanding? Link { get; init; }

    /// <summary>The titles of the laws that it names by their ids.</summary>
    public IReadOnlyDictionary<string, LawTitle> Others { get; init; } = new Dictionary<string, LawTitle>();

    /// <summary>The instruments of its provisions to which its State is known not to be a party.</summary>
    public IReadOnlyList<Instrument> NotParty { get; init; } = [];
}
