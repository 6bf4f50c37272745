using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Intake.Notes.Phrasing;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Notes;

/// <summary>
/// The lists of a filled form: whoever fills one in writes what is new, and does not mean that all else goes. What the record has stays
/// in them, unless the note says that the new takes its place.
/// </summary>
internal static class AddedLists
{
    // The list, and what tells one of its entries from another; null where the entry is that itself.
    private static readonly (string Field, string? Key)[] Lists =
    [
        ("phones", "number"), ("fax", "number"), ("emails", "address"), ("languagesSpoken", null), ("languagesOfRequests", null),
    ];

    /// <summary>The form with what its record has besides.</summary>
    /// <param name="form">The form.</param>
    /// <param name="register">The register.</param>
    /// <param name="letters">What was written beside the form.</param>
    public static UnderstoodNotice Of(UnderstoodNotice form, RegisterSnapshot register, IReadOnlyList<string> letters)
    {
        if ((string?)form.Form["kind"] != NoticeKind.ChangeOfContact.Code() || form.Form["changes"] is not JsonArray
            || letters.Any(SaysInstead))
            return form;
        var notice = (JsonObject)form.Form.DeepClone();
        foreach (var change in notice["changes"]!.AsArray().OfType<JsonObject>())
            if (change["set"] is JsonObject set && RecordOf(change, notice, register) is { } record)
                Add(set, (JsonObject)JsonSerializer.SerializeToNode(record.Restricted, HubJson.Options)!);
        return form with { Form = notice };
    }

    private static bool SaysInstead(string text) => PlainLetters.Of(NoteText.Cut(text)) is var plain
        && Lexicon.All.Any(l => l[Concept.Instead].IsIn(plain, new(0, plain.Length)));

    private static void Add(JsonObject set, JsonObject present)
    {
        foreach (var (field, key) in Lists)
            if (set[field] is JsonArray { Count: > 0 } said && present[field] is JsonArray had)
            {
                var known = said.Select(e => KeyOf(e, key)).ToHashSet(StringComparer.OrdinalIgnoreCase);
                foreach (var entry in had.Where(e => !known.Contains(KeyOf(e, key))))
                    said.Add(entry!.DeepClone());
            }
    }

    // A number may be written with blanks.
    private static string KeyOf(JsonNode? entry, string? key) =>
        string.Concat($"{(key is null ? entry : (entry as JsonObject)?[key])}".Where(c => !char.IsWhiteSpace(c)));

    // By its id, or by its name in any language.
    private static Authority? RecordOf(JsonObject change, JsonObject notice, RegisterSnapshot register) =>
        (string?)change["recordId"] is { } named && (string?)notice["state"] is { } state
            ? register.Of(new StateCode(state)).FirstOrDefault(a =>
                a.Id == named || a.Restricted.AuthorityName.Values.Contains(named, StringComparer.OrdinalIgnoreCase))
            : null;
}
