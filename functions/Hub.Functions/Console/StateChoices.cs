using Hub.Register.States;

namespace Hub.Functions.Console;

/// <summary>States to choose from, by name.</summary>
public sealed class StateChoices(StateCatalog states)
{
    /// <summary>All States and jurisdictions, in the order of their names in a language.</summary>
    public IReadOnlyList<(string Code, string Name)> In(Language language)
    {
        var order = StringComparer.Create(language.Culture(), ignoreCase: false);
        return [.. states.All.Select(s => (s.Alpha3.Value, Name: s.Name(language))).OrderBy(s => s.Name, order)];
    }

    /// <summary>A State by its code; null where there is none.</summary>
    public State? Find(string? code) =>
        code is not null && StateCode.IsWellFormed(code) && states.Contains(new(code)) ? states[new(code)] : null;

    /// <summary>The name of a State; null for none, its code where it is not known.</summary>
    public string? Of(StateCode? state, Language language) => state is { } code ? Find(code.Value)?.Name(language) ?? code.Value : null;
}
