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

    /// <summary>Where the fields of the notice itself stand.</summary>
    internal const string Notice = "notice";

    /// <summary>Where the fields of the change stand.</summary>
    internal const string Change = "change";

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
    /// <param name="record">The record that the change is about; null where there is none.</param>
    public static EditorValues Read(JsonObject form, int index, Authority? record)
    {
        var change = ChangeOf(form, index);
        var task = EditorTask.Of(Codes.TryParse<NoticeKind>(Text(form["kind"]), out var kind) ? kind : null, change);
        var values = EditorValues.Of(
        [
            .. FieldJson.Values(OfNotice, Notice, form),
            KeyValuePair.Create("state", Text(form["state"]) ?? ""), KeyValuePair.Create("task", task?.Code ?? ""),
            KeyValuePair.Create("recordId", Text(change?["recordId"]) ?? ""), KeyValuePair.Create("replaces", Text(change?["replaces"]) ?? ""),
            KeyValuePair.Create("lastDay", Text(change?["lastDay"]) ?? ""),
            .. (change?["pairs"] as JsonArray)?.Select(p => KeyValuePair.Create("pairs", PairCode(p))) ?? [],
            .. task is null ? [] : FieldJson.Values(task.Fields, Change, task.Part is null ? change : change?[task.Part]),
        ]);
        return values.With(Shown(change, task, record, isFound: false));
    }

    /// <summary>
    /// The same with the fields of the authority that was chosen as they are, and with what was found for them; as it is where they stand
    /// there already.
    /// </summary>
    public static EditorValues Begun(EditorValues values, JsonObject form, int index, Authority? record)
    {
        ArgumentNullException.ThrowIfNull(values);
        var task = EditorTask.Find(values["task"]);
        return values["shown"].Split(':')[0] == Shown(task, record).Split(':')[0] ? values
            : values.Without($"{Record}/").With(Shown(ChangeOf(form, index), task, record, isFound: form["kind"] is null));
    }

    // Which fields stand there: a record's, in a version, a new one's, or none.
    private static string Shown(EditorTask? task, Authority? record) => task switch
    {
        { NeedsRecord: true } when record is not null => $"{record.Id}:{record.Version}",
        { HasAuthority: true } => "new",
        _ => "none",
    };

    private static EditorValues Shown(JsonObject? change, EditorTask? task, Authority? record, bool isFound)
    {
        // What was found of one authority is not another's.
        var isOfAnother = isFound && record is not null && Text(change?["recordId"]) is { Length: > 0 } id && id != record.Id;
        var set = isOfAnother ? [] : change?["set"] as JsonObject ?? change?["authority"] as JsonObject ?? [];
        var form = task switch
        {
            { HasAuthority: true } => change?["authority"] as JsonObject ?? set,
            { AmendsRecord: true } when record is not null =>
                (JsonObject?)MergePatch.Apply(Whole(record), isFound ? Added(set, Whole(record)) : set),
            _ => null,
        };
        return EditorValues.Of(FieldJson.Values(RecordFields.All, Record, form)).With("shown", Shown(task, record));
    }

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
    /// <param name="record">The record in the version that was shown.</param>
    public static JsonObject Write(EditorValues values, JsonObject before, int index, Authority? record)
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
            changes.Add(ChangeFrom(values, task, record, null));
        else
            changes[index] = ChangeFrom(values, task, record, ChangeOf(before, index));
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
    public static EditorValues Numbered(EditorValues values) => RecordFields.All.Where(f => f.HasRows)
        .Aggregate(values, (all, field) => all.Numbered($"{Record}/{field.Path}", field));

    /// <summary>A change of a form.</summary>
    internal static JsonObject? ChangeOf(JsonObject form, int index) =>
        form["changes"] is JsonArray changes && index < changes.Count ? changes[index] as JsonObject : null;

    /// <summary>A pair as the form's code for it.</summary>
    internal static string PairCode(JsonNode? pair) => string.Join(
        '|', PartsOfPair.Select(n => pair is JsonObject members ? Text(members[n]) : null));

    private static JsonObject ChangeFrom(EditorValues values, EditorTask task, Authority? record, JsonObject? earlier)
    {
        var change = new JsonObject();
        if (task.NeedsRecord)
            change["recordId"] = values["recordId"];
        if (task.AmendsRecord)
            change["set"] = Set(values, task, record, earlier?["set"] as JsonObject);
        if (task.HasAuthority)
            change["authority"] = ChoiceOrder.Kept(
                FieldJson.Object(RecordFields.All, Record, values), RecordFields.All, earlier?["authority"] as JsonObject);
        if (task.HasAuthority && values["replaces"].Length > 0)
            change["replaces"] = values["replaces"];
        if (task.HasAuthority && values["lastDay"].Length > 0)
            change["lastDay"] = values["lastDay"];
        if (task is { Kind: NoticeKind.Withdrawal } && Pairs(values, record) is { Count: > 0 } pairs)
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
    private static JsonObject Set(EditorValues values, EditorTask task, Authority? record, JsonObject? earlier)
    {
        if (record is null)
            return [];
        var fields = task.Sections.SelectMany(s => s.Fields).ToList();
        JsonObject Again(JsonObject json) => FieldJson.Object(fields, Record, EditorValues.Of(FieldJson.Values(fields, Record, json)));
        var (shown, plain) = (Again(Whole(record)), Again(record.Form()));
        var typed = ChoiceOrder.Kept(FieldJson.Object(fields, Record, values), fields, earlier, shown);
        var changed = MergePatch.Difference(shown, typed);
        // What readers do not see of a record is merged with what they see: it is said whole.
        var set = MergePatch.Difference(plain, typed);
        return [.. changed.Select(c => KeyValuePair.Create(c.Key, set.ContainsKey(c.Key) ? set[c.Key]?.DeepClone() : null))];
    }

    // With what is the Secretariat's alone: what is not sent along would be taken away.
    private static JsonObject Whole(Authority record)
    {
        var (form, kept) = (record.Form(), record.Secretariat);
        var all = record.Restricted with
        {
            ContactPerson = record.Restricted.ContactPerson ?? kept.ContactPerson,
            Phones = kept.PersonalPhones is { } personal ? [.. record.Restricted.Phones ?? [], .. personal] : record.Restricted.Phones,
            UrgentProcedure = kept.UrgentPhone is { } urgent
                ? (record.Restricted.UrgentProcedure ?? new()) with { Phone = urgent }
                : record.Restricted.UrgentProcedure,
        };
        return (JsonObject)MergePatch.Apply(form, (record with { Restricted = all }).Form())!;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
