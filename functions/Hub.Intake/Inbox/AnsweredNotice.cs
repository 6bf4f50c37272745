using System.Text.Json.Nodes;
using Hub.Intake.Notes;
using Hub.Notices;

namespace Hub.Intake.Inbox;

/// <summary>A notice that waits for its sender, and what the sender wrote about it: what is said now is added, the rest stays.</summary>
/// <param name="Earlier">The notice.</param>
internal sealed record AnsweredNotice(Notice Earlier)
{
    private const int MostWords = 4000;
    private const int LeastReference = 4;
    private const string Changes = "changes";

    // Of whom the change is: the authority that is new, or the record that is changed.
    private static readonly string[] Places = ["authority", "set"];
    private static readonly string[] Numbers = ["phones", "fax"];

    private UnderstoodNotice? _answer;

    /// <summary>The two; null where the answer does something else than the notice, or one of them makes several changes.</summary>
    public static AnsweredNotice? Of(Notice earlier, UnderstoodNotice? answer) =>
        answer is not null && PlaceOf(earlier.Form) is not null && PlaceOf(answer.Form) is not null
        && (answer.Form["kind"] is not { } kind || (string?)kind == (string?)earlier.Form["kind"])
            ? new(earlier) { _answer = answer }
            : null;

    /// <summary>Whether a text names the reference of a notice, as a word of its own or with what a corrigendum adds to it.</summary>
    public static bool IsNamed(Notice notice, string text)
    {
        if ((string?)notice.Form["officialRef"] is not { Length: > LeastReference } reference)
            return false;
        const StringComparison As = StringComparison.Ordinal;
        for (var at = text.IndexOf(reference, As); at >= 0; at = text.IndexOf(reference, at + 1, As))
            if ((at == 0 || !IsOfWord(text[at - 1])) && IsEnd(text.AsSpan(at + reference.Length)))
                return true;
        return false;
    }

    private static bool IsEnd(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || !IsOfWord(rest[0]) || (rest[0] == '.' && (rest.Length == 1 || char.IsWhiteSpace(rest[1])))
        || rest.StartsWith("/Corr", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("/Rev", StringComparison.OrdinalIgnoreCase)
        || rest.StartsWith("/Add", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '/' or '-' or '.';

    /// <summary>The notice as it is now, with the sender's words beside it: a reviewer reads both.</summary>
    public UnderstoodNotice With(string words)
    {
        var form = (JsonObject)Earlier.Form.DeepClone();
        form["text"] = words.Length > MostWords ? words[..MostWords] : words;
        form.Remove("attachments");
        if (_answer is null)
            return new(form, Earlier.Words, NoticeSource.Note);
        var (to, from) = (PlaceOf(form)!.Value, PlaceOf(_answer.Form)!.Value);
        var said = from.Values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!);
        foreach (var (field, value) in said)
            to.Values[field] = Numbers.Contains(field) ? Together((JsonArray)value, to.Values[field] as JsonArray) : value.DeepClone();
        if (_answer.Form["effectiveFrom"] is { } day)
            form["effectiveFrom"] = day.DeepClone();
        return new(form, [.. Kept(to.Pointer, said), .. Added(to.Pointer, from.Pointer)], NoticeSource.Note)
        {
            Questions = _answer.Questions,
        };
    }

    // Numbers for something else stay.
    private static JsonArray Together(JsonArray said, JsonArray? before)
    {
        var purposes = said.Select(n => (string?)n!["purpose"]).ToHashSet();
        return [.. said.Concat((before ?? []).Where(n => !purposes.Contains((string?)n!["purpose"]))).Select(n => n!.DeepClone())];
    }

    private IEnumerable<Proposal> Kept(string place, Dictionary<string, JsonNode> said) => Earlier.Words.Where(w =>
        !said.Keys.Any(f => $"{w.Pointer}/".StartsWith($"{place}/{f}/", StringComparison.Ordinal))
        && (w.Pointer != "/effectiveFrom" || _answer!.Form["effectiveFrom"] is null));

    private IEnumerable<Proposal> Added(string to, string from) => _answer!.Proposals
        .Where(p => p.Pointer.StartsWith($"{from}/", StringComparison.Ordinal) || p.Pointer == "/effectiveFrom")
        .Select(p => p.Pointer == "/effectiveFrom" ? p : p with { Pointer = to + p.Pointer[from.Length..] });

    // The one change of a form, where it sets something of an authority.
    private static (string Pointer, JsonObject Values)? PlaceOf(JsonObject form)
    {
        if (form[Changes] is not JsonArray { Count: 1 } changes || changes[0] is not JsonObject change)
            return null;
        foreach (var place in Places)
            if (change[place] is JsonObject values)
                return ($"/{Changes}/0/{place}", values);
        return null;
    }
}
