using Hub.Pages.Console.Editor;
using Hub.Pages.Texts;
using Hub.Register.Json;

namespace Hub.Pages;

/// <summary>Something that a form sent, about which its sender is asked once more.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Label">What the field is called; null where nobody typed it, and nobody need see it.</param>
public sealed record TypedValue(string Name, string Value, string? Label) : Confidential
{
    /// <summary>What a form sent, with the words of its fields.</summary>
    public static IReadOnlyList<TypedValue> Of(IEnumerable<KeyValuePair<string, string>> values, Labels labels) =>
    [
        .. values.Select(v => new TypedValue(
            v.Key, v.Value, v.Value.Length == 0 ? null : labels.Find($"Typed.{v.Key}") ?? EditorNames.LabelOf(v.Key, labels))),
    ];
}
