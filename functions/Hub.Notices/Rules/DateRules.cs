using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Register.Problems;

namespace Hub.Notices.Rules;

/// <summary>When a note was written, when it came, when it takes effect.</summary>
internal static partial class DateRules
{
    private const int Near = 150;

    /// <summary>The instruments ask for notice within one month of a designation; a future date is kept and waits.</summary>
    public static IEnumerable<Problem> V02LateOrFuture(RuleContext c)
    {
        if (c.Form.EffectiveFrom is not { } effective)
            yield break;
        if (effective > c.Received)
            yield return Problem.Warn(ProblemCode.V02, "/effectiveFrom", Day(effective), "");
        else if (effective < c.Received.AddMonths(-1))
            yield return Problem.Warn(ProblemCode.V02, "/effectiveFrom", Day(effective), Day(c.Received));
    }

    /// <summary>An older note never overwrites a newer one, whichever arrives first.</summary>
    public static IEnumerable<Problem> V19OutOfOrder(RuleContext c) =>
        from change in c.Changes
        let record = change.Change.Record() is { } id ? c.Register.Authorities[id] : null
        where record?.Secretariat.NoteDate is { } newest && c.Form.NoteDate < newest
        select Problem.Query(ProblemCode.V19, "/noteDate", Day(c.Form.NoteDate!.Value), Day(record.Secretariat.NoteDate!.Value));

    /// <summary>"As previously notified" says nothing unless it says in which note. That a record is named does not say it.</summary>
    public static IEnumerable<Problem> V23AsPreviouslyNotified(RuleContext c)
    {
        if (c.Form.Text is { } text && c.Form.Amends is null && PreviouslyNotified().Match(text) is { Success: true } said
            && !Reference().IsMatch(Around(text, said)))
            yield return Problem.Query(ProblemCode.V23, "/text", said.Value);
    }

    private static string Around(string text, Match said)
    {
        var start = Math.Max(0, said.Index - Near);
        return text[start..Math.Min(text.Length, said.Index + said.Length + Near)];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "(as|already) (previously|already) (notified|communicated)|précédemment (notifié|communiqué)"
        + "|(previamente|anteriormente) (notificad|comunicad)|ранее (сообщ|уведомл)|كما (سبق|أُبلغ)|此前(通知|通报)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PreviouslyNotified();

    // A number with strokes or hyphens in it, as notes bear them: PMV/114/2025, NV-088/25.
    [GeneratedRegex(@"[\p{L}\d]{1,20}[/-][\p{L}\d]{1,20}[/-]\d|[\p{L}\d]{0,20}\d[/-]\d|\p{L}[/-]\d", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
