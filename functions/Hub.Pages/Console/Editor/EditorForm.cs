using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Pages.Console.Editor.Fields;
using Hub.Register.Json;
using Hub.Register.Records;

namespace Hub.Pages.Console.Editor;

/// <summary>Between what stands in the editor and the form of a notice.</summary>
public static class EditorForm
{
    /// <summary>Where the record's fields stand.</summary>
    internal const string Record = "record";

    /// <summary>Where the law's fields stand.</summary>
    internal const string Law = "law";

    /// <summary>Where the fields of the notice itself stand.</summary>
    internal const string Notice = "notice";

    /// <summary>Where the fields of the change stand.</summary>
    internal const string Change = "change";

    private static readonly string[] Names = ["recordId", "lawId", "replaces", "lastDay"];
    private static readonly string[] PartsOfPair = ["instrument", "article", "matter"];

    /// <summary>The fields of the notice itself.</summary>
    internal static IReadOnlyList<EditorField> OfNotice { get; } =
    [
        FieldList.Line("officialRef"), FieldList.Date("noteDate"), FieldList.Date("effectiveFrom"),
        new("language", EditorKind.Choice)
        {
            Choices = l => [.. Codes.All<Hub.Register.States.Language>().Select(c => (c, Texts.LanguageNames.Of(c, l.Language)))],
        },
        FieldList.Line("submittedBy/office"), FieldList.Text("text").Called("noteText"),
    ];

    /// <summary>What stands in the editor where it opens with a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="index">Which of its changes.</param>
    /// <param name="about">What the change is about; null where that is not there yet.</param>
    public static EditorValues Read(JsonObject form, int index, EditorSubject? about)
    {
        var change = ChangeOf(form, index);
        var task = EditorTask.Of(Codes.TryParse<NoticeKind>(Text(form["kind"]), out var kind) ? kind : null, change);
        var values = EditorValues.Of(
        [
            .. FieldJson.Values(OfNotice, Notice, form),
            KeyValuePair.Create("state", Text(form["state"]) ?? ""), KeyValuePair.Create("task", task?.Code ?? ""),
            .. Names.Select(name => KeyValuePair.Create(name, Text(change?[name]) ?? "")),
            .. (change?["pairs"] as JsonArray)?.Select(p => KeyValuePair.Create("pairs", PairCode(p))) ?? [],
            .. task is null ? [] : FieldJson.Values(task.Fields, Change, task.Part is null ? change : change?[task.Part]),
        ]);
        return values.With(Shown(change, task, about, isFound: false));
    }

    /// <summary>
    /// The same with the fields of the authority or law that was chosen as they are, and with what was found for them; as it is where they
    /// stand there already.
    /// </summary>
    public static EditorValues Begun(EditorValues values, JsonObject form, int index, EditorSubject? about)
    {
        ArgumentNullException.ThrowIfNull(values);
        var task = EditorTask.Find(values["task"]);
        return values["shown"].Split(':')[0] == Shown(task, about).Split(':')[0] ? values
            : values.Without($"{task?.Prefix ?? Record}/").With(Shown(ChangeOf(form, index), task, about, isFound: form["kind"] is null));
    }

    // Which fields stand there: those of something that is there, in a version, those of something new, or none.
    private static string Shown(EditorTask? task, EditorSubject? about) => task switch
    {
        { NeedsRecord: true } when about is not null => $"{about.Id}:{about.Version}",
        { HasAuthority: true } => "new",
        { HasLaw: true } => Law,
        _ => "none",
    };

    private static EditorValues Shown(JsonObject? change, EditorTask? task, EditorSubject? about, bool isFound)
    {
        var said = IsOfAnother(change, task, about, isFound)
            ? []
            : change?["set"] as JsonObject ?? change?["authority"] as JsonObject ?? change?[Law] as JsonObject ?? [];
        var form = task switch
        {
            { New: { } part } => change?[part] as JsonObject ?? said,
            { AmendsRecord: true } when about is not null =>
                (JsonObject?)MergePatch.Apply(about.Whole(), isFound ? Added(said, about.Whole()) : said),
            _ => null,
        };
        return EditorValues.Of(FieldJson.Values(task?.About ?? [], task?.Prefix ?? Record, form)).With("shown", Shown(task, about));
    }

    // What was found of one authority is not another's, and what is said of an authority is not a law's.
    private static bool IsOfAnother(JsonObject? change, EditorTask? task, EditorSubject? about, bool isFound) =>
        (isFound && about is not null && Text(change?[task!.IdName]) is { Length: > 0 } id && id != about.Id)
        || task?.IsOfLaw != (change?["lawId"] ?? change?[Law]) is not null;

    // A mail of which nobody knows what it asks for takes nothing away: what was found in it stands first, and what there is after it.
    private static JsonObject Added(JsonObject found, JsonObject present) =>
    [
        .. found.Select(f => KeyValuePair.Create(f.Key, (f.Value, present[f.Key]) is (JsonArray some, JsonArray more)
            ? new JsonArray([.. some.Concat(more.Where(m => !some.Any(s => JsonNode.DeepEquals(s, m)))).Select(n => n?.DeepClone())])
            : f.Value?.DeepClone())),
    ];

    /// <summary>The form that the editor makes.</summary>
    /// <param name="values">What stands in it.</param>
    /// <param name="before">The form that it opened with.</param>
    /// <param name="index">Which of its changes.</param>
    /// <param name="about">What it is about, in the version that was shown.</param>
    public static JsonObject Write(EditorValues values, JsonObject before, int index, EditorSubject? about)
    {
        ArgumentNullException.ThrowIfNull(values);
        var was = FieldJson.Object(OfNotice, Notice, EditorValues.Of(FieldJson.Values(OfNotice, Notice, before)));
        var form = (JsonObject)MergePatch.Apply(before, MergePatch.Difference(was, FieldJson.Object(OfNotice, Notice, values)))!;
        if (values["state"].Length > 0)
            form["state"] = values["state"];
        var task = EditorTask.Find(values["task"]);
        var changes = form["changes"] as JsonArray ?? [];
        if (changes.Count <= 1 && task is not null)
            form["kind"] = task.Kind.Code();
        if (task is null || index > changes.Count)
            return form;
        // Of a notice with several changes, the others stay as they are.
        if (index == changes.Count)
            changes.Add(ChangeFrom(values, task, about, null));
        else
            changes[index] = ChangeFrom(values, task, about, ChangeOf(before, index));
        form["changes"] = changes.Parent is null ? changes : changes.DeepClone();
        return form;
    }

    /// <summary>What is said of the note itself, in words.</summary>
    internal static IEnumerable<(string Label, string Value)> Told(EditorValues values, Texts.Labels labels) =>
        from field in OfNotice
        let value = values[$"{Notice}/{field.Path}"]
        where value.Length > 0
        select (field.LabelIn(labels), field.Kind switch
        {
            EditorKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) => labels.Day(day),
            EditorKind.Choice => field.Choices!(labels).FirstOrDefault(c => c.Code == value).Text ?? value,
            _ => value,
        });

    /// <summary>The same with all rows numbered as they stand in the form.</summary>
    public static EditorValues Numbered(EditorValues values) => RecordFields.All.Select(f => (Prefix: Record, Field: f))
        .Concat(LawFields.All.Select(f => (Prefix: Law, Field: f))).Where(f => f.Field.HasRows)
        .Aggregate(values, (all, f) => all.Numbered($"{f.Prefix}/{f.Field.Path}", f.Field));

    /// <summary>A change of a form.</summary>
    internal static JsonObject? ChangeOf(JsonObject form, int index) =>
        form["changes"] is JsonArray changes && index < changes.Count ? changes[index] as JsonObject : null;

    /// <summary>A pair as the form's code for it.</summary>
    internal static string PairCode(JsonNode? pair) => string.Join(
        '|', PartsOfPair.Select(n => pair is JsonObject members ? Text(members[n]) : null));

    private static JsonObject ChangeFrom(EditorValues values, EditorTask task, EditorSubject? about, JsonObject? earlier)
    {
        var change = new JsonObject();
        if (task.NeedsRecord)
            change[task.IdName] = values[task.IdName];
        if (task.AmendsRecord)
            change["set"] = Set(values, task, about, earlier?["set"] as JsonObject);
        if (task.New is { } made)
            change[made] = ChoiceOrder.Kept(FieldJson.Object(task.About, task.Prefix, values), task.About, earlier?[made] as JsonObject);
        if (task.Says is { } says)
            (change[task.New ?? "set"] ??= new JsonObject())[says.Name] = says.Value.DeepClone();
        if (task.HasAuthority && values["replaces"].Length > 0)
            change["replaces"] = values["replaces"];
        if (task.HasAuthority && values["lastDay"].Length > 0)
            change["lastDay"] = values["lastDay"];
        if (task is { Kind: NoticeKind.Withdrawal } && Pairs(values, about?.Record) is { Count: > 0 } pairs)
            change["pairs"] = pairs;
        var own = FieldJson.Object(task.Fields, Change, values);
        if (task.Part is { } part)
            change[part] = own;
        else
            foreach (var (name, value) in own.ToList())
                change[name] = value?.DeepClone();
        return change;
    }

    // All of them are what a withdrawal without pairs says.
    private static JsonArray Pairs(EditorValues values, Authority? record)
    {
        var all = Ending(record);
        var ticked = values["pairs"].Split('\n');
        var chosen = all.Where(p => ticked.Contains(CodeOf(p))).ToList();
        return chosen.Count == all.Count ? [] : [.. chosen.Select(p => (JsonNode?)new JsonObject
        {
            ["instrument"] = p.Instrument.Code(), ["article"] = p.Article, ["matter"] = p.Matter.Code(),
        })];
    }

    /// <summary>The pairs that a withdrawal can end: those whose end is not set.</summary>
    internal static IReadOnlyList<Pair> Ending(Authority? record) =>
        record?.Restricted.Designations.Where(d => d.EffectiveTo is null).Select(d => d.Pair()).Distinct().ToList() ?? [];

    /// <summary>A pair as the form's code for it.</summary>
    internal static string CodeOf(Pair pair) => $"{pair.Instrument.Code()}|{pair.Article}|{pair.Matter.Code()}";

    // Only what differs is sent. Fields that the task does not show stay as they are.
    private static JsonObject Set(EditorValues values, EditorTask task, EditorSubject? about, JsonObject? earlier)
    {
        if (about is null)
            return [];
        var fields = task.Sections.SelectMany(s => s.Fields).ToList();
        JsonObject Again(JsonObject json) =>
            FieldJson.Object(fields, task.Prefix, EditorValues.Of(FieldJson.Values(fields, task.Prefix, json)));
        var (shown, plain) = (Again(about.Whole()), Again(about.Form()));
        var typed = ChoiceOrder.Kept(FieldJson.Object(fields, task.Prefix, values), fields, earlier, shown);
        var changed = MergePatch.Difference(shown, typed);
        // What readers do not see of a record is merged with what they see: it is said whole.
        var set = MergePatch.Difference(plain, typed);
        return [.. changed.Select(c => KeyValuePair.Create(c.Key, set.ContainsKey(c.Key) ? set[c.Key]?.DeepClone() : null))];
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
