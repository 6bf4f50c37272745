using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Register.Problems;

namespace Hub.Intake.Submissions;

/// <summary>
/// What goes along from a notice to the one that takes its place: its files, and, where that one answers it, everything that was asked and
/// is not answered.
/// </summary>
/// <param name="Earlier">The notice.</param>
/// <param name="Own">The files that came with the one in its place.</param>
internal sealed record CarriedOn(Notice Earlier, IReadOnlyList<NoticeFile> Own)
{
    private const int MostFiles = 60;

    /// <summary>The files; one that was refused was asked for again, and gives way to those that come.</summary>
    public IReadOnlyList<NoticeFile> Files =>
    [
        .. Earlier.Files.Where(f => Own.All(o => o.Sha256 != f.Sha256) && (f.Refused is null || Own.Count == 0))
            .Take(Math.Max(0, MostFiles - Own.Count)),
    ];

    /// <summary>The questions that stay open.</summary>
    /// <param name="form">What is said now.</param>
    public IEnumerable<Problem> Open(JsonObject form) =>
        from problem in Earlier.Problems
        where problem.Outcome is Outcome.Query or Outcome.Refuse && IntakeProblems.Includes(problem)
        where !problem.IsAt(IntakeProblems.AmendsField) && !IntakeProblems.IsSettled(problem, Earlier.Form, form)
        where problem.Code != ProblemCode.V17 || Own.All(o => o.Name != problem.Arguments[0])
        let field = Moved(problem.Field)
        where field is not null
        select problem with { Field = field, Outcome = IsForPerson(problem, form) ? Outcome.Warn : problem.Outcome };

    /// <summary>Values with the places where they were read, as far as they are said now.</summary>
    public IEnumerable<T> Said<T>(IEnumerable<T> read, Func<T, string> pointer, JsonObject form) => read.Where(r =>
        IntakeProblems.At(form, pointer(r)) is { } now && JsonNode.DeepEquals(now, IntakeProblems.At(Earlier.Form, pointer(r))));

    // What has no field is answered in words, if at all: a reviewer reads both.
    private bool IsForPerson(Problem problem, JsonObject form) => IntakeProblems.PlaceOf(problem.Field) == problem.Field
        && form["text"] is not null && !JsonNode.DeepEquals(form["text"], Earlier.Form["text"]);

    // The files that come stand before those that go along.
    private string? Moved(string field)
    {
        if (field.Split('/') is not ["", var first, var number, .. var rest] || $"/{first}" != NoticeFile.Field
            || !int.TryParse(number, out var n) || n >= Earlier.Files.Count)
            return field;
        var now = Own.Concat(Files).Index().Where(f => f.Item.Sha256 == Earlier.Files[n].Sha256).Select(f => (int?)f.Index);
        return now.FirstOrDefault() is { } at ? $"{NoticeFile.Field}/{at}{string.Concat(rest.Select(r => $"/{r}"))}" : null;
    }
}
