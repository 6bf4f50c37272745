using Hub.Register.Json;
using Hub.Register.Networks;
using Hub.Register.States;

namespace Hub.Pages.Networks.Frame;

/// <summary>What a page is about, and under which paths it stands: one for its data, one for each language.</summary>
public abstract record PageAddress
{
    private const string Root = "networks";
    private const string LinksEnding = ".links.json";

    /// <summary>All networks.</summary>
    public sealed record Index : PageAddress;

    /// <summary>Which States belong to which networks, region by region.</summary>
    public sealed record Coverage : PageAddress;

    /// <summary>One network.</summary>
    public sealed record OfNetwork(string Id) : PageAddress;

    /// <summary>One State or jurisdiction.</summary>
    public sealed record OfState(StateCode Code) : PageAddress;

    /// <summary>The path of the links between pages.</summary>
    public static string Linkset => $"{Root}/linkset.json";

    /// <summary>The path of all memberships as a table.</summary>
    public static string Memberships => $"{Root}/memberships.csv";

    /// <summary>The path of the feed of changes in a language.</summary>
    public static string Feed(Language language) => $"{Root}/{language.Code()}/changes.atom";

    /// <summary>The language of a path that is a feed's; null for every other path.</summary>
    public static Language? LanguageOfFeed(string path) =>
        Enum.GetValues<Language>().Cast<Language?>().FirstOrDefault(l => Feed(l!.Value) == path);

    /// <summary>The paths that are no page's: they change with every membership.</summary>
    public static IEnumerable<string> Files => Enum.GetValues<Language>().Select(Feed).Concat([Linkset, Memberships]);

    /// <summary>The path of the page as data.</summary>
    public string Data => $"{Root}/{Name}.json";

    /// <summary>The path of the links that start from the page alone; it is made when it is asked for.</summary>
    public string Links => $"{Root}/{Name}{LinksEnding}";

    /// <summary>The path of the data of the page whose links a path is; null where it is none.</summary>
    public static string? PathOfLinks(string path) =>
        path.EndsWith(LinksEnding, StringComparison.Ordinal) ? $"{path[..^LinksEnding.Length]}.json" : null;

    /// <summary>The path of the page in a language.</summary>
    public string In(Language language) => $"{Root}/{language.Code()}/{Name}.html";

    /// <summary>Every path of the page.</summary>
    public IEnumerable<string> Paths() => Enum.GetValues<Language>().Select(In).Prepend(Data);

    /// <summary>The page and the language of a path, null for data; null where there is no such page.</summary>
    public static (PageAddress Address, Language? Language)? Parse(string path, NetworkDirectory directory) => path.Split('/') switch
    {
        [Root, var data] => At(data, ".json", directory) is { } page ? (page, null) : null,
        [Root, "states", var data] => At($"states/{data}", ".json", directory) is { } page ? (page, null) : null,
        [Root, var tag, .. var rest] when Find(tag) is { } language =>
            At(string.Join('/', rest), ".html", directory) is { } page ? (page, language) : null,
        _ => null,
    };

    /// <summary>
    /// The path of the page that one means who uses another name of its network or State, or leaves out the
    /// language; null where none is meant.
    /// </summary>
    public static string? Meant(string path, NetworkDirectory directory, Language otherwise)
    {
        var parts = path.Split('/')[1..];
        var language = parts.Length > 0 ? Find(parts[0].ToLowerInvariant()) : null;
        var meant = parts[(language is null ? 0 : 1)..] switch
        {
            [] or [""] => new Index(),
            [var name] => Named(name, directory),
            ["states", var name] => StateNamed(name, directory),
            _ => null,
        };
        return meant?.In(language ?? otherwise) is { } found && found != path ? found : null;
    }

    private string Name => this switch
    {
        Index => "index",
        Coverage => "coverage",
        OfNetwork(var id) => id,
        OfState(var code) => $"states/{code}",
        _ => throw new NotSupportedException(GetType().Name),
    };

    private static PageAddress? At(string file, string ending, NetworkDirectory directory) =>
        !file.EndsWith(ending, StringComparison.Ordinal) ? null : file[..^ending.Length].Split('/') switch
        {
            ["index"] => new Index(),
            ["coverage"] => new Coverage(),
            ["states", var code] => StateCode.IsWellFormed(code) && IsKnown(new(code), directory) ? new OfState(new(code)) : null,
            [var id] => directory.Find(id) is null ? null : new OfNetwork(id),
            _ => null,
        };

    private static PageAddress? Named(string file, NetworkDirectory directory) => WithoutEnding(file) switch
    {
        "index" => new Index(),
        "coverage" => new Coverage(),
        var name => directory.Catalog.TryFind(name, out var network) ? new OfNetwork(network.Id) : null,
    };

    private static OfState? StateNamed(string file, NetworkDirectory directory) =>
        directory.States.TryFind(WithoutEnding(file), out var state, out _) ? new(state.Alpha3) : null;

    private static string WithoutEnding(string file) => file.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? file[..^5] : file;

    // A State that has left its last network keeps its page, which then says so.
    private static bool IsKnown(StateCode code, NetworkDirectory directory) =>
        directory.States.Contains(code) || directory.NetworksOf(code).Any();

    private static Language? Find(string tag) => Enum.GetValues<Language>().Cast<Language?>().FirstOrDefault(l => l!.Value.Code() == tag);
}
