using Hub.Register.Json;

namespace Hub.Pages.Console.People;

/// <summary>A key as somebody is about to give it out: what was typed, whatever it is.</summary>
/// <param name="Kind">The kind of caller, as its code.</param>
/// <param name="Name">Whose it is to be.</param>
/// <param name="State">The State, as its code.</param>
/// <param name="Role">The office, as its code.</param>
/// <param name="End">The day on which it ends.</param>
public sealed record KeyDraft(string? Kind, string? Name, string? State, string? Role, string? End) : Confidential;
