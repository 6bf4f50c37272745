using Hub.Notices.Access;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Notices;

/// <summary>For whom a notice speaks.</summary>
/// <param name="State">The State.</param>
/// <param name="Territory">The territory of that State which the notice names in its place; null where it names none.</param>
internal sealed record SpeakingFor(StateCode State, StateCode? Territory)
{
    /// <summary>Understands the name or code in a notice; null where nobody knows it. What had to be normalised is said (V08).</summary>
    public static SpeakingFor? Find(
        string text, Caller sender, StateCatalog states, Language language, List<Problem> problems)
    {
        if (!states.TryFind(text, out var found, out var normalised))
        {
            var meant = string.Join(", ", states.Meant(text).Select(s => $"{s.Name(language)} ({s.Alpha3})"));
            problems.Add(meant.Length > 0
                ? Problem.Refuse(ProblemCode.V08, "/state", text, meant)
                : Problem.Refuse(ProblemCode.F06, "/state", text));
            return null;
        }
        // A territory is a part of its State, which speaks for it; one that has a key of its own speaks for itself.
        var territory = found.Of is not null && sender.State != found.Alpha3 ? found.Alpha3 : (StateCode?)null;
        var state = territory is null ? found.Alpha3 : found.Of!.Value;
        if (normalised || found.IsJurisdiction)
            problems.Add(Problem.Warn(
                ProblemCode.V08, "/state", text, territory is null ? state.Value : $"{state}, jurisdiction {territory}"));
        return new(state, territory);
    }

    /// <summary>Whether a code is the State's own, or a territory's of it.</summary>
    public bool Covers(StateCode code, StateCatalog states) => code == State || states[code].Of == State;
}
