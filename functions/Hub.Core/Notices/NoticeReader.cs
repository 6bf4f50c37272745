using System.Text.Json.Nodes;
using Hub.Core.Access;
using Hub.Core.Forms;
using Hub.Core.Notices.Rules;
using Hub.Core.States;

namespace Hub.Core.Notices;

/// <summary>
/// Understands a notice: reads its form, works out what it changes, and checks that against every rule. Pure, and run as often as wanted.
/// </summary>
public static class NoticeReader
{
    /// <summary>
    /// A transaction of the register holds 100 writes; a replacement makes six of them, the head and the notice one each.
    /// </summary>
    public const int MostChanges = 16;

    /// <summary>Reads and checks a notice against the register.</summary>
    public static Understanding Read(JsonObject json, Caller sender, DateTimeOffset receivedAt, Reference reference)
    {
        var problems = new List<Problem>();
        if (!FormReader.IsReadable(json))
            return new(null, null, [], [Problem.Refuse(ProblemCode.F01, "")]);
        if (new FormReader(problems).Read<NoticeForm>(json, "") is not { } form)
            return new(null, null, [], problems);
        if (FindState(form.State, reference.States, problems) is not { } state)
            return new(form, null, [], problems);
        var changes = new ChangeReader(form, state, sender, reference, DateOnly.FromDateTime(receivedAt.UtcDateTime), problems).Read();
        var context = new RuleContext(form, state, sender, DateOnly.FromDateTime(receivedAt.UtcDateTime), changes, reference);
        problems.AddRange(AllRules.Of(context));
        return new(form, state, [.. changes.Select(c => c.Change)], [.. problems.Distinct().OrderByDescending(p => p.Outcome)]);
    }

    private static StateCode? FindState(string text, StateCatalog states, List<Problem> problems)
    {
        if (!states.TryFind(text, out var state, out var normalised))
        {
            problems.Add(Problem.Refuse(ProblemCode.F06, "/state", text));
            return null;
        }
        if (normalised || state.IsJurisdiction)
            problems.Add(Problem.Warn(ProblemCode.V08, "/state", text, state.Alpha3.Value));
        return state.Alpha3;
    }
}
