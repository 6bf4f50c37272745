using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Core.Forms;

namespace Hub.Core.Notices.Rules;

/// <summary>When a note was written, when it came, when it takes effect.</summary>
internal static partial class DateRules
{
    /// <summary>The instruments ask for notice within one month of a designation; a future date is kept and waits.</summary>
    public static IEnumerable<Problem> V02LateOrFuture(RuleContext c)
    {
        if (c.Form.EffectiveFrom is not { } effective)
            yield break;
        if (effective < c.Received.AddMonths(-1) || effective > c.Received)
            yield return Problem.Warn(ProblemCode.V02, "/effectiveFrom", Day(effective), Day(c.Received));
    }

    /// <summary>An older note never overwrites a newer one, whichever arrives first.</summary>
    public static IEnumerable<Problem> V19OutOfOrder(RuleContext c) =>
        from change in c.Changes
        let record = change.Change.Record() is { } id ? c.Register.Authorities[id] : null
        where record?.Secretariat.NoteDate is { } newest && c.Form.NoteDate < newest
        select Problem.Query(ProblemCode.V19, "/noteDate", Day(c.Form.NoteDate!.Value), Day(record.Secretariat.NoteDate!.Value));

    /// <summary>"As previously notified" says nothing unless it says where.</summary>
    public static IEnumerable<Problem> V23AsPreviouslyNotified(RuleContext c)
    {
        if (c.Form.Text is { } text && PreviouslyNotified().IsMatch(text)
            && c.Form.Amends is null && c.Changes.All(x => x.Change.Record() is null))
            yield return Problem.Query(ProblemCode.V23, "/text", PreviouslyNotified().Match(text).Value);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "(as|already) (previously|already) (notified|communicated)|précédemment (notifié|communiqué)"
        + "|(previamente|anteriormente) (notificad|comunicad)|ранее (сообщ|уведомл)|كما (سبق|أُبلغ)|此前(通知|通报)", RegexOptions.IgnoreCase)]
    private static partial Regex PreviouslyNotified();
}
