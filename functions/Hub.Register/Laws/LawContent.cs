using Hub.Register.Json;

namespace Hub.Register.Laws;

/// <summary>What a notice says of a law. All of it is public.</summary>
public record LawContent : IPublic
{
    /// <summary>What stands in <see cref="RepealedBy"/> where nothing took the place of a law.</summary>
    public const string NoSuccessor = "none";

    /// <summary>Its title as it was enacted, in its own script.</summary>
    public required string TitleOriginal { get; init; }

    /// <summary>BCP 47 tag of the language of the title.</summary>
    public required string Language { get; init; }

    /// <summary>What kind of text it is.</summary>
    public required LawType Type { get; init; }

    /// <summary>Its title in other languages, by BCP 47 tag: unofficial.</summary>
    public IReadOnlyDictionary<string, string>? Titles { get; init; }

    /// <summary>The name by which it is known.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>Its number, e.g. <c>2003 c. 41</c>.</summary>
    public string? Number { get; init; }

    /// <summary>Part of the State in which it holds; absent where it holds everywhere.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Whether it is in force.</summary>
    public LawStatus Status { get; init; }

    /// <summary>The days of its life.</summary>
    public LawDates Dates { get; init; } = new();

    /// <summary>The id or title of the law that took its place, or <see cref="NoSuccessor"/>.</summary>
    public string? RepealedBy { get; init; }

    /// <summary>Where it stands in the official gazette.</summary>
    public string? Citation { get; init; }

    /// <summary>Where the State publishes it.</summary>
    public string? OfficialUrl { get; init; }

    /// <summary>A copy kept by others, for the day when the official address does not answer.</summary>
    public string? ArchiveUrl { get; init; }

    /// <summary>The office that publishes it.</summary>
    public string? HostOffice { get; init; }

    /// <summary>Its texts, official and translated.</summary>
    public IReadOnlyList<LawText> Languages { get; init; } = [];

    /// <summary>What it does to other laws.</summary>
    public IReadOnlyList<LawRelation>? Relations { get; init; }

    /// <summary>Its provisions that carry out articles.</summary>
    public IReadOnlyList<Provision> Provisions { get; init; } = [];

    /// <summary>The duty under which it was furnished, e.g. UNTOC art. 6(2)(d).</summary>
    public IReadOnlyList<ArticleRef>? FurnishedUnder { get; init; }

    /// <summary>Whether whoever writes a request should look at it.</summary>
    public bool UseForRequests { get; init; }

    /// <summary>False once its State does not want it in the library: it is kept with its versions, and shown nowhere.</summary>
    public bool Listed { get; init; } = true;
}
