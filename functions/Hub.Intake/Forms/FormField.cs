using System.Text.Json.Nodes;
using Hub.Register.Json;

namespace Hub.Intake.Forms;

/// <summary>Which part of a notice a field of the form fills.</summary>
public enum FieldTarget
{
    /// <summary>The notice itself.</summary>
    Notice,

    /// <summary>Its one change of a record.</summary>
    Change,

    /// <summary>The record of the authority: new, or the fields of it that change.</summary>
    Record,

    /// <summary>A pair that the authority is designated for, that is withdrawn, or that nobody is designated for.</summary>
    Pair,

    /// <summary>A pair under an instrument that is not in the table.</summary>
    OtherPair,

    /// <summary>Every designation of the form.</summary>
    Designations,

    /// <summary>A declaration on the legal basis of extradition: a change of its own.</summary>
    LegalBasis,

    /// <summary>Memberships of networks: a change of its own for each.</summary>
    Membership,
}

/// <summary>An answer that a field offers.</summary>
/// <param name="Code">Its code in a notice.</param>
/// <param name="Key">The key of its word in Texts/Vocabulary.resx.</param>
public sealed record Choice(string Code, string Key)
{
    /// <summary>The values of an enum as choices.</summary>
    public static IReadOnlyList<Choice> Of<T>(params IEnumerable<T> values) where T : struct, Enum =>
        [.. values.Select(v => new Choice(v.Code(), $"{typeof(T).Name}.{v}"))];
}

/// <summary>A field of the designation form.</summary>
/// <param name="Code">Section and number, e.g. <c>C15</c>; it stands beside the label in every language.</param>
/// <param name="Key">The key of its label in Texts/Forms.resx, without <c>Field.</c>.</param>
/// <param name="Kind">What is written in it.</param>
/// <param name="Target">The part of the notice that it fills.</param>
/// <param name="Path">Where in that part: a JSON pointer (RFC 6901), whose <c>-</c> adds to a list.</param>
public sealed record FormField(string Code, string Key, FieldKind Kind, FieldTarget Target, string Path)
{
    /// <summary>The letter of its section.</summary>
    public char Section => Code[0];

    /// <summary>What its label's places are filled with: keys of Texts/Vocabulary.resx, or words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What it offers to choose from.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>What each item of it holds besides what is written: the purpose of a number, the day of hours.</summary>
    public IReadOnlyDictionary<string, string> Fixed { get; init; } = new Dictionary<string, string>();

    /// <summary>An item with what it always holds.</summary>
    internal JsonObject Item() => [.. Fixed.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value))];
}
