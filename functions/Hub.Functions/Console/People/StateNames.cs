using Hub.Register.States;

namespace Hub.Functions.Console.People;

/// <summary>The States in the order of their names, to choose one.</summary>
public sealed class StateNames(StateCatalog states)
{
    /// <summary>Their codes and names in a language.</summary>
    public IReadOnlyList<(string Code, string Name)> In(Language language) =>
    [
        .. states.All.Select(s => (s.Alpha3.Value, s.Name(language)))
            .OrderBy(s => s.Item2, StringComparer.Create(language.Culture(), false)),
    ];

    /// <summary>The name of a State; null for none, its code where it is not known.</summary>
    public string? Of(StateCode? state, Language language) =>
        state is not { } code ? null : states.Contains(code) ? states[code].Name(language) : code.Value;
}
