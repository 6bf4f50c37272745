using Hub.Pages.Console.Editor;
using Hub.Pages.Texts;
using Hub.Register.Json;

namespace Hub.Pages.Site;

/// <summary>What somebody typed into a form that was not taken, to be shown and sent once more.</summary>
/// <param name="Values">Everything that was typed and chosen.</param>
/// <param name="Files">The fields that held files, and the files' names: a browser lets no page fill them in.</param>
public sealed record HeldForm(
    IReadOnlyList<KeyValuePair<string, string>> Values, IReadOnlyList<(string Field, string Name)> Files) : Confidential
{
    /// <summary>Its sender's session has ended.</summary>
    public const string Ended = "Console.Ended";

    /// <summary>It was opened in another session, or by somebody else.</summary>
    public const string Other = "Console.Again";

    /// <summary>What the hub keeps things in cannot be reached.</summary>
    public const string Away = "Site.Away";

    /// <summary>Whether anything was typed.</summary>
    public bool IsEmpty => Values.Count == 0 && Files.Count == 0;

    /// <summary>What somebody typed, by what its field is called; not what the page put in for itself.</summary>
    internal IReadOnlyList<(string Label, string Value)> Shown(Labels labels) =>
    [
        .. from value in Values
           where value.Value.Length > 0
           let label = labels.Find($"Typed.{value.Key}") ?? EditorNames.LabelOf(value.Key, labels)
           where label is not null
           select (label, value.Value),
    ];
}
