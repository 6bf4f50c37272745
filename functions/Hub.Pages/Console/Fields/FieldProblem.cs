using Hub.Register.Json;

namespace Hub.Pages.Console.Fields;

/// <summary>What is wrong with a field of a form that was sent.</summary>
/// <param name="Field">The field's name; null for the form as a whole.</param>
/// <param name="Text">What is wrong, and what to do.</param>
public sealed record FieldProblem(string? Field, string Text) : Confidential;
