using Hub.Register.Json;

namespace Hub.Pages.Site;

/// <summary>Something that a form sent, about which its sender is asked once more.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Label">What the field is called; null where nobody typed it, and nobody need see it.</param>
public sealed record TypedValue(string Name, string Value, string? Label) : Confidential;
