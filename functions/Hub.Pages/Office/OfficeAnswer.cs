using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Register.Json;
using Hub.Register.Problems;

namespace Hub.Pages.Office;

/// <summary>What is asked about a notice, field by field, with what it says there.</summary>
/// <param name="Values">What it says.</param>
/// <param name="Asked">The fields that are asked about, by their names.</param>
/// <param name="Records">The authorities that could be meant, by id and name.</param>
public sealed record OfficeAnswer(EditorValues Values, IReadOnlyList<string> Asked, IReadOnlyList<(string Code, string Name)> Records)
    : Confidential
{
    private const string WhichRecord = "recordId";
    private const int MostWords = 4000;

    /// <summary>What was typed in words.</summary>
    public string? Words { get; init; }

    /// <summary>Tells this answer from another: sent twice, it is one.</summary>
    public string Key { get; init; } = "";

    /// <summary>Whether it is asked which authority is meant.</summary>
    public bool AsksRecord => Asked.Contains(WhichRecord);

    /// <summary>The other fields.</summary>
    internal IReadOnlyList<(EditorField Field, string Name)> Fields =>
    [
        .. AskedOf(EditorForm.Notice, EditorForm.OfNotice), .. AskedOf(EditorForm.Record, RecordFields.All),
        .. AskedOf(EditorForm.Law, LawFields.All), .. AskedOf(EditorForm.Change, EditorTask.Find(Values["task"])?.Fields ?? []),
    ];

    private IEnumerable<(EditorField Field, string Name)> AskedOf(string part, IEnumerable<EditorField> fields) =>
        fields.Select(f => (Field: f, Name: $"{part}/{f.Path}"))
            .Where(f => Asked.Any(a => a == f.Name || (f.Field.HasRows && a.StartsWith($"{f.Name}/", StringComparison.Ordinal))));

    /// <summary>The questions that a notice waits for; of several changes in one notice, they are answered in words.</summary>
    public static OfficeAnswer Of(
        JsonObject form, IEnumerable<Problem> problems, EditorSubject? about, IEnumerable<(string, string)> records)
    {
        ArgumentNullException.ThrowIfNull(form);
        var values = EditorForm.Read(form, 0, about);
        var isOne = form["changes"] is null or JsonArray { Count: <= 1 };
        var names = problems.Where(p => p.Outcome is Outcome.Query or Outcome.Refuse)
            .Select(p => isOne ? EditorProblems.NameOf(p.Field, values) : null).OfType<string>().Distinct();
        var answer = new OfficeAnswer(values, [.. names], [.. records]);
        // There is room for an answer where nothing stands yet.
        return answer with
        {
            Values = answer.Fields.Where(f => f.Field.HasRows && values.Rows(f.Name, f.Field).Count == 0)
                .Aggregate(values, (all, f) => all.With($"more/{f.Name}", "1")),
        };
    }

    /// <summary>The same with what was typed.</summary>
    public OfficeAnswer Typed(IEnumerable<KeyValuePair<string, string>> sent, string? words, string? key)
    {
        var typed = sent.ToList();
        var values = Fields.Aggregate(Values, (all, f) => all.Without($"{f.Name}/").With(f.Name, null).With(EditorValues.Of(
            typed.Where(t => t.Key == f.Name || t.Key.StartsWith($"{f.Name}/", StringComparison.Ordinal)))));
        if (AsksRecord)
            values = values.With(WhichRecord, typed.FirstOrDefault(t => t.Key == WhichRecord).Value ?? "");
        return this with { Values = EditorForm.Numbered(values), Words = words, Key = key ?? "" };
    }

    /// <summary>The notice that takes the place of the one that was asked about: what is said now, and the rest as it was.</summary>
    public JsonObject Form(Notice notice, JsonObject shown, EditorSubject? about)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(shown);
        var form = Fields.Count > 0 && (about is not null || EditorTask.Find(Values["task"]) is not { NeedsRecord: true })
            ? EditorForm.Write(Values, shown, 0, about)
            : (JsonObject)shown.DeepClone();
        if (AsksRecord && EditorForm.ChangeOf(form, 0) is { } change)
            change[WhichRecord] = Values[WhichRecord];
        form["amends"] = notice.Id;
        form.Remove("attachments");
        if (Words is { } words)
            form["text"] = words.Length > MostWords ? words[..MostWords] : words;
        return form;
    }
}
