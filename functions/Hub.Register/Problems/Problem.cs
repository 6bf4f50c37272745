using Hub.Register.Json;

namespace Hub.Register.Problems;

/// <summary>
/// One thing that is wrong with a notice. Its arguments may quote the notice, so it is for the sender and the Secretariat only.
/// </summary>
/// <param name="Code">What it is.</param>
/// <param name="Field">Where, as a JSON pointer (RFC 6901) into the notice; empty for the whole.</param>
/// <param name="Outcome">What it does to the notice.</param>
/// <param name="Arguments">What the text of the problem mentions, in its order.</param>
public sealed record Problem(ProblemCode Code, string Field, Outcome Outcome, IReadOnlyList<string> Arguments) : Confidential
{
    /// <summary>A problem that makes the notice be refused before anything is kept.</summary>
    public static Problem Refuse(ProblemCode code, string field, params string[] arguments) => new(code, field, Outcome.Refuse, arguments);

    /// <summary>A problem that the sender is asked about.</summary>
    public static Problem Query(ProblemCode code, string field, params string[] arguments) => new(code, field, Outcome.Query, arguments);

    /// <summary>A problem that the sender is told of.</summary>
    public static Problem Warn(ProblemCode code, string field, params string[] arguments) => new(code, field, Outcome.Warn, arguments);

    /// <summary>Whether it is about a field or something in it.</summary>
    public bool IsAt(string field) =>
        Field.StartsWith(field, StringComparison.Ordinal) && (Field.Length == field.Length || Field[field.Length] == '/');

    /// <summary>The same problem found twice is one.</summary>
    public bool Equals(Problem? other) =>
        other is not null && (Code, Field, Outcome) == (other.Code, other.Field, other.Outcome) && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Field, Outcome, Arguments.Count);
}
