using Hub.Register.Json;

namespace Hub.Intake.Files.Text;

/// <summary>The text of a document.</summary>
/// <param name="Legibility">What there is to read.</param>
/// <param name="Text">The text in its usual form (NFC); empty where there is none.</param>
/// <param name="Part">What is said where that is not all of it; null where it is.</param>
public sealed record DocumentText(Legibility Legibility, string Text, string? Part = null) : Confidential
{
    /// <summary>What is wrong with its characters; it was brought into the usual form where that can be done.</summary>
    public IReadOnlyList<Damage> Damage { get; init; } = [];

    /// <summary>A file that cannot be read.</summary>
    public static DocumentText Unreadable { get; } = new(Legibility.Unreadable, "");
}
