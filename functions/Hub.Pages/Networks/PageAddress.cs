using Hub.Core.Json;
using Hub.Core.Networks;
using Hub.Core.States;

namespace Hub.Pages.Networks;

/// <summary>What a page is about, and under which paths it stands: one for its data, one for each language.</summary>
public abstract record PageAddress
{
    private const string Root = "networks";

    /// <summary>All networks.</summary>
    public sealed record Index : PageAddress;

    /// <summary>One network.</summary>
    public sealed record OfNetwork(string Id) : PageAddress;

    /// <summary>One State or jurisdiction.</summary>
    public sealed record OfState(StateCode Code) : PageAddress;

    /// <summary>The path of the links between pages.</summary>
    public static string Linkset => $"{Root}/linkset.json";

    /// <summary>The path of the page as data.</summary>
    public string Data => $"{Root}/{Name}.json";

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

    private string Name => this switch
    {
        Index => "index",
        OfNetwork(var id) => id,
        OfState(var code) => $"states/{code}",
        _ => throw new NotSupportedException(GetType().Name),
    };

    private static PageAddress? At(string file, string ending, NetworkDirectory directory) =>
        !file.EndsWith(ending, StringComparison.Ordinal) ? null : file[..^ending.Length].Split('/') switch
        {
            ["index"] => new Index(),
            ["states", var code] => StateCode.IsWellFormed(code) && IsKnown(new(code), directory) ? new OfState(new(code)) : null,
            [var id] => directory.Find(id) is null ? null : new OfNetwork(id),
            _ => null,
        };

    // A State that has left its last network keeps its page, which then says so.
    private static bool IsKnown(StateCode code, NetworkDirectory directory) =>
        directory.States.Contains(code) || directory.NetworksOf(code).Any();

    private static Language? Find(string tag) => Enum.GetValues<Language>().Cast<Language?>().FirstOrDefault(l => l!.Value.Code() == tag);
}
