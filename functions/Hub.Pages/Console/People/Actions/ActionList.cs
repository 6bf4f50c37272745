using Hub.Notices.Access;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;

namespace Hub.Pages.Console.People.Actions;

/// <summary>What the Secretariat did.</summary>
/// <param name="Kind">Of one kind; null for all.</param>
/// <param name="Range">Which page of it.</param>
/// <param name="Actions">The actions of the page.</param>
public sealed record ActionList(ActionKind? Kind, PageRange Range, IReadOnlyList<SecretariatAction> Actions) : Confidential
{
    /// <summary>Whose each key is or was, by its id.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();

    /// <summary>The address of the list.</summary>
    public const string Path = "/console/people/actions";

    /// <summary>The address of the actions of a kind.</summary>
    public static string Address(ActionKind? kind) => PageRange.AddressOf(Path, ("kind", kind?.Code()));
}
