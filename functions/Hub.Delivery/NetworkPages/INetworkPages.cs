using Hub.Register.Networks;
using Hub.Register.States;

namespace Hub.Delivery.NetworkPages;

/// <summary>A public page.</summary>
/// <param name="Path">Its path, e.g. <c>networks/fr/wacap.html</c>.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record Page(string Path, string MediaType, ReadOnlyMemory<byte> Content)
{
    /// <summary>How long whoever has a page may keep it before it asks again.</summary>
    public const string ForAMinute = "public, max-age=60";

    /// <summary>How long whoever has what never changes may keep it.</summary>
    public const string ForGood = "public, max-age=31536000, immutable";

    /// <summary>Where it leads (RFC 8288).</summary>
    public IReadOnlyList<PageLink> Links { get; init; } = [];

    /// <summary>Whether its path never holds anything else, so that whoever has it may keep it.</summary>
    public bool IsForGood { get; init; }
}

/// <summary>What a page was made from; of two, the one with more of the log is later, and then the one of the later day.</summary>
/// <param name="Sequence">The last event of the register that it shows.</param>
/// <param name="Day">The day that it shows.</param>
public readonly record struct PageVersion(long Sequence, DateOnly Day)
{
    /// <summary>Whether it is later than another.</summary>
    public bool IsLaterThan(PageVersion other) => (Sequence, Day).CompareTo((other.Sequence, other.Day)) > 0;
}

/// <summary>A link of a page, as the header <c>Link</c> has it.</summary>
/// <param name="Target">Where it leads: an absolute address.</param>
/// <param name="Relation">Its relation type.</param>
/// <param name="MediaType">The media type there.</param>
/// <param name="Language">The language there.</param>
public sealed record PageLink(Uri Target, string Relation, string MediaType, string? Language = null);

/// <summary>What a recipient asked a page for; where nobody can ask, as of files, there is none, and the page has no forms.</summary>
/// <param name="Text">A name of a network or State, or a part of one.</param>
/// <param name="Kind">The kind of networks wanted, by the word before the colon of <see cref="Network.Kind"/>.</param>
/// <param name="With">The State to compare with.</param>
public sealed record PageQuery(string? Text = null, string? Kind = null, string? With = null);

/// <summary>Renders the public network pages: HTML in six languages, JSON, CSV, Atom (RFC 4287) and linkset (RFC 9264).</summary>
public interface INetworkPages
{
    /// <summary>What every page names: the style sheet, under a name that changes with its content.</summary>
    Page Sheet { get; }

    /// <summary>The paths of the pages that show these networks and States; of all pages where none are named.</summary>
    IEnumerable<string> Paths(NetworkDirectory directory, IReadOnlyCollection<string>? networks, IReadOnlyCollection<StateCode>? states);

    /// <summary>A page by its path; null where there is none.</summary>
    Page? Render(string path, NetworkDirectory directory, PageQuery? query = null);

    /// <summary>The path that a page meant by another name of its network or State is at; null where none is meant.</summary>
    string? Meant(string path, NetworkDirectory directory, Language language);

    /// <summary>The page that says that there is no such page, in a language.</summary>
    Page Missing(NetworkDirectory directory, Language language);
}

/// <summary>Where public pages are put.</summary>
public interface IPageStore
{
    /// <summary>
    /// Puts a page where everyone can read it, in place of the one before. One of a later version stays: a run that was stopped for a while
    /// and goes on takes nothing back that another has put meanwhile.
    /// </summary>
    Task Put(Page page, PageVersion version, CancellationToken cancel);
}
