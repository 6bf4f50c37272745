using System.Text.Json.Serialization;
using Hub.Register.Json;
using Hub.Register.Networks;
using Hub.Register.States;

namespace Hub.Pages.Networks.Frame;

/// <summary>The links between networks and States (RFC 9264, JSON); absolute, so that they hold wherever the document is read.</summary>
/// <param name="Contexts">The links, by what they start from.</param>
public sealed record Linkset([property: JsonPropertyName("linkset")] IReadOnlyList<LinkContext> Contexts) : IPublic
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/linkset+json";

    /// <summary>From the directory, under the address at which its pages are public.</summary>
    public static Linkset Of(NetworkDirectory directory, Uri home)
    {
        var networks = directory.Networks.Select(n => Context(new PageAddress.OfNetwork(n.Id), home) with
        {
            Up = [To(new PageAddress.Index(), home)],
            Item = [.. directory.MembersOf(n.Id).Select(m => directory.States[m.State])
                .Select(s => To(new PageAddress.OfState(s.Alpha3), home, s.Name(Language.English)))],
        });
        var states = directory.StatesWithNetworks().Select(s => Context(new PageAddress.OfState(s), home) with
        {
            Up = [To(new PageAddress.Index(), home)],
            Collection = [.. directory.NetworksOf(s).Select(m => m.Network)
                .Select(id => To(new PageAddress.OfNetwork(id), home, directory.Find(id)?.Name))],
        });
        var index = Context(new PageAddress.Index(), home) with
        {
            Item = [.. directory.Networks.Select(n => To(new PageAddress.OfNetwork(n.Id), home, n.Name))],
        };
        var coverage = Context(new PageAddress.Coverage(), home) with { Up = [To(new PageAddress.Index(), home)] };
        return new([index, coverage, .. networks, .. states]);
    }

    /// <summary>The links of one page alone.</summary>
    public Linkset For(PageAddress page, Uri home)
    {
        var anchor = new Uri(home, page.In(Language.English)).AbsoluteUri;
        return new([.. Contexts.Where(c => c.Anchor == anchor)]);
    }

    // The English page stands for all six.
    private static LinkContext Context(PageAddress page, Uri home) => new(new Uri(home, page.In(Language.English)).AbsoluteUri)
    {
        Alternate =
        [
            .. Enum.GetValues<Language>().Where(l => l != Language.English)
                .Select(l => new LinkTarget(new Uri(home, page.In(l)).AbsoluteUri, "text/html", [l.Code()])),
        ],
        DescribedBy = [new(new Uri(home, page.Data).AbsoluteUri, "application/json")],
    };

    private static LinkTarget To(PageAddress page, Uri home, string? title = null) => new(
        new Uri(home, page.In(Language.English)).AbsoluteUri, "text/html", [Language.English.Code()],
        title is null ? null : [new(title, Language.English.Code())]);
}

/// <summary>The links that start from one page, by relation type (IANA registry).</summary>
/// <param name="Anchor">The page.</param>
public sealed record LinkContext(string Anchor) : IPublic
{
    /// <summary>Its members.</summary>
    public IReadOnlyList<LinkTarget>? Item { get; init; }

    /// <summary>What it is a member of.</summary>
    public IReadOnlyList<LinkTarget>? Collection { get; init; }

    /// <summary>The page above it.</summary>
    public IReadOnlyList<LinkTarget>? Up { get; init; }

    /// <summary>The same in other languages.</summary>
    public IReadOnlyList<LinkTarget>? Alternate { get; init; }

    /// <summary>The same as data.</summary>
    [JsonPropertyName("describedby")]
    public IReadOnlyList<LinkTarget>? DescribedBy { get; init; }
}

/// <summary>Where a link leads.</summary>
/// <param name="Href">The address.</param>
/// <param name="Type">Its media type.</param>
/// <param name="HrefLang">Its language.</param>
/// <param name="Title">Its title and the title's language.</param>
public sealed record LinkTarget(
    string Href, string Type, [property: JsonPropertyName("hreflang")] IReadOnlyList<string>? HrefLang = null,
    [property: JsonPropertyName("title*")] IReadOnlyList<LinkTitle>? Title = null) : IPublic;

/// <summary>A title in a language.</summary>
public sealed record LinkTitle(string Value, string Language) : IPublic;
