using System.Text.Json.Nodes;
using Hub.Intake.Forms.Reading;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Forms.Filling;

/// <summary>
/// Forms that came back after they were filled in with a record: what is as it was is no change, whatever became of the record since.
/// </summary>
public static class PrefilledForms
{
    /// <summary>The notice with what differs alone.</summary>
    public static async Task<JsonObject> Reduced(
        JsonObject notice, Caller sender, IRegisterStore register, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(register);
        if (notice["changes"] is not JsonArray changes || !changes.OfType<JsonObject>().Any(c => NamedRecord.In(c["recordId"]) is not null))
            return notice;
        var reduced = (JsonObject)notice.DeepClone();
        foreach (var change in reduced["changes"]!.AsArray().OfType<JsonObject>())
            if (NamedRecord.In(change["recordId"]) is { } named)
            {
                change["recordId"] = named.Id;
                var unread = (change[NamedRecord.Unread] as JsonArray ?? []).Select(u => $"{u}").ToHashSet();
                change.Remove(NamedRecord.Unread);
                // Of another State's record nothing comes into what a sender owns: the rules refuse it by its name alone (I7).
                if (change["set"] is JsonObject set && await Find(register, named.Id, named.Version, cancel) is { } record
                    && (sender.State is not { } state || record.State() == state))
                    change["set"] = Difference(set, record, unread);
            }
        return reduced;
    }

    /// <summary>What a form says of a record that it was filled in with, and that the record does not say.</summary>
    /// <param name="form">What was read in it.</param>
    /// <param name="record">The record.</param>
    /// <param name="unread">The codes of its fields that nobody could read, or that are gone from it.</param>
    public static JsonObject Difference(JsonObject form, Authority record, IReadOnlySet<string> unread)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(unread);
        var (before, whole, set) = (Untouched(record, _ => true), record.Form(), new JsonObject());
        var said = unread.Count == 0 ? form : UnreadFields.Kept(form, Untouched(record, unread.Contains), before);
        foreach (var name in before.Select(b => b.Key).Union(said.Select(s => s.Key)))
        {
            var (was, now) = (before[name], said[name]);
            if (!Same(was, now))
                set[name] = (was, now) switch
                {
                    (JsonArray or null, JsonArray items) => Whole(items, was as JsonArray ?? [], whole[name] as JsonArray ?? []),
                    (JsonArray shown, null) => Whole([], shown, whole[name] as JsonArray ?? []) is { Count: > 0 } rest ? rest : null,
                    (JsonObject old, JsonObject changed) => MergePatch.Difference(old, changed),
                    _ => now?.DeepClone(),
                };
        }
        return set;
    }

    private static async Task<Authority?> Find(IRegisterStore register, string id, int version, CancellationToken cancel) =>
        (await register.Read(TimeSpan.FromSeconds(1), cancel)).Authorities.GetValueOrDefault(id) is { } present
        && present.Version != version && version > 0 && version < present.Version
            ? await register.ReadVersion(id, version, cancel) ?? present
            : (await register.Read(TimeSpan.FromSeconds(1), cancel)).Authorities.GetValueOrDefault(id);

    // What is read of the form, or of some fields of it, if nobody changes anything in it.
    private static JsonObject Untouched(Authority record, Func<string, bool> reads)
    {
        var lines = FilledForm.Of(record, Language.English).Where(a => reads(a.Key) || IsOfNotice(a.Key)).Select(a =>
            new FormLine([new(a.Key, new(null)), new("", new(null)), new(FormLine.Trimmed(a.Value), new(null))]));
        var read = new FormInterpreter(new([.. lines]), null).Reading(isForm: true).Notice;
        return read["changes"]?[0]?["set"] as JsonObject ?? [];
    }

    private static bool IsOfNotice(string code) => DesignationForm.Find(code) is { Target: not FieldTarget.Record };

    // An item as the record has it, with what the form has no place for; and the items that it has no place for at all.
    private static JsonArray Whole(JsonArray said, JsonArray shown, JsonArray record)
    {
        var hidden = record.Where(r => !shown.Any(s => IsPartOf(s, r)));
        return
        [
            .. said.Select(s => (record.FirstOrDefault(r => shown.Any(o => Same(o, s)) && IsPartOf(s, r)) ?? s)!.DeepClone()),
            .. hidden.Select(r => r?.DeepClone()),
        ];
    }

    private static bool IsPartOf(JsonNode? part, JsonNode? whole) => (part, whole) switch
    {
        (JsonObject a, JsonObject b) => a.All(m => Same(m.Value, b[m.Key])),
        _ => Same(part, whole),
    };

    // Programs that fill in forms break lines elsewhere.
    private static bool Same(JsonNode? a, JsonNode? b) => (a, b) switch
    {
        (JsonObject x, JsonObject y) => x.Count == y.Count && x.All(m => y.ContainsKey(m.Key) && Same(m.Value, y[m.Key])),
        (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(p => Same(p.First, p.Second)),
        (JsonValue x, JsonValue y) => Words(x).SequenceEqual(Words(y)),
        _ => a is null && b is null,
    };

    private static string[] Words(JsonValue value) => value.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
