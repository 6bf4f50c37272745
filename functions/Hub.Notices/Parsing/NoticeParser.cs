using System.Text.Json.Nodes;
using Hub.Notices.Access;
using Hub.Notices.Rules;
using Hub.Register.Problems;

namespace Hub.Notices.Parsing;

/// <summary>
/// Understands a notice: reads its form, works out what it changes, and checks that against every rule. Pure, and run as often as wanted.
/// </summary>
public static class NoticeParser
{
    /// <summary>
    /// A transaction of the register holds 100 writes; a replacement makes six of them, the head and the notice one each.
    /// </summary>
    public const int MostChanges = 16;

    /// <summary>Reads and checks a notice against the register.</summary>
    public static Understanding Read(JsonObject json, Caller sender, DateTimeOffset receivedAt, Reference reference)
    {
        var problems = new List<Problem>();
        if (!FormParser.IsReadable(json))
            return new(null, null, [], [Problem.Refuse(ProblemCode.F01, "")]);
        problems.AddRange(UnwritableText.Problems(json, ""));
        problems.AddRange(LongText.Problems(json, ""));
        if (new FormParser(problems).Read<NoticeForm>(json, "") is not { } form)
            return new(null, null, [], problems.Capped());
        if (SpeakingFor.Find(form.State, sender, reference.States, form.Language, problems) is not { } speaking)
            return new(form, null, [], problems.Capped());
        var received = DateOnly.FromDateTime(receivedAt.UtcDateTime);
        var changes = new ChangeParser(form, speaking, sender, reference, received, problems).Read();
        problems.AddRange(AllRules.Of(new(form, speaking.State, sender, received, changes, reference)));
        return new(form, speaking.State, [.. changes.Select(c => c.Change)], problems.Capped());
    }
}
