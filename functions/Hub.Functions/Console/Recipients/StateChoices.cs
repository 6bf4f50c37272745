using Hub.Register.States;

namespace Hub.Functions.Console.Recipients;

/// <summary>States to choose from.</summary>
internal static class StateChoices
{
    /// <summary>All of them, in the order of a language.</summary>
    public static IReadOnlyList<(string Code, string Text)> Choices(this StateCatalog states, Language language)
    {
        var order = StringComparer.Create(language.Culture(), ignoreCase: false);
        return [.. states.All.Select(s => (s.Alpha3.Value, Name: s.Name(language))).OrderBy(s => s.Name, order)];
    }
}
