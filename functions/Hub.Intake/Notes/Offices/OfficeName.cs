using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Offices;

/// <summary>The name of an office.</summary>
/// <param name="Name">The name.</param>
/// <param name="Parent">The institution it is part of; null where none is said.</param>
internal sealed record OfficeName(Found<string> Name, Found<string>? Parent)
{
    /// <summary>The words of both.</summary>
    public Span Span => Parent is { } parent ? Name.Span.With(parent.Span) : Name.Span;

    /// <summary>Whether another has the same name, whatever its capitals and accents.</summary>
    public bool IsCalledAs(OfficeName other) =>
        PlainLetters.Of(Name.Value).Equals(PlainLetters.Of(other.Name.Value), StringComparison.OrdinalIgnoreCase);
}

/// <summary>An office that a note speaks of at a place.</summary>
/// <param name="Name">Its name as it stands there.</param>
/// <param name="Record">The record of the register that it is; null where it is none.</param>
internal sealed record Mention(OfficeName Name, string? Record)
{
    /// <summary>Where.</summary>
    public Span Span => Name.Name.Span;
}
