using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Register.Problems;

namespace Hub.Intake.Forms.Reading;

/// <summary>A value for the notice.</summary>
/// <param name="Path">Where: as the field's own, or further in.</param>
/// <param name="Node">The value.</param>
internal sealed record FieldValue(string Path, JsonNode Node);

/// <summary>
/// Understands what is written in a field. It reads what has one meaning only; what has none, or several, is null: a person is asked.
/// </summary>
internal static partial class ValueParser
{
    private const string Ticks = "✓✔☑☒✗✘√×";

    /// <summary>The values; null where it cannot be understood.</summary>
    public static IReadOnlyList<FieldValue>? Read(FormField field, string text) => field.Kind switch
    {
        FieldKind.Line => [new(field.Path, Spaces().Replace(text, " "))],
        FieldKind.Text => [new(field.Path, text)],
        FieldKind.Date => One(field, Day(Digits(text))),
        FieldKind.Choice => One(field, Chosen(field, text)),
        FieldKind.YesNo => One(field, Answer(text) is { } yes ? JsonValue.Create(yes) : null),
        FieldKind.Function => Function(field, text),
        FieldKind.Number => One(field, Number(text) is { } number ? JsonValue.Create(number) : null),
        FieldKind.Rank => One(field, Number(text) is { } rank ? With(field, "rank", rank) : null),
        FieldKind.Hours => Hours(field, Digits(text)),
        FieldKind.Phones => All(field, Numbers(Digits(text)), n => With(field, "number", n)),
        FieldKind.Emails => All(field, Parts().Split(text), a => With(field, "address", a)),
        FieldKind.Lines => All(field, text.Split('\n'), l => JsonValue.Create(l)),
        FieldKind.Choices => All(field, Parts().Split(text), p => Chosen(field, p)),
        FieldKind.Languages => All(field, Parts().Split(text), p => Chosen(field, p) ?? JsonValue.Create(p)),
        FieldKind.Tagged => Tagged(field, text),
        FieldKind.Channels => All(
            field, text.Split('\n'), l => Halves(l) is var (kind, value) ? Item(field, ("kind", kind), ("value", value)) : null),
        FieldKind.Links => All(field, text.Split('\n'), l => Link(field, l)),
        FieldKind.Networks => All(field, Parts().Split(text), n => With(field, "network", n)),
        FieldKind.RecordOrNone => [new(field.Path, FormTexts.Means(text, "Answer.None") ? "none" : Spaces().Replace(text, " "))],
        _ => throw new NotSupportedException($"{field.Kind}"),
    };

    private static IReadOnlyList<FieldValue>? One(FormField field, JsonNode? node) => node is null ? null : [new(field.Path, node)];

    // One item that is not understood makes the whole a question: half a list would look like all of it.
    private static List<FieldValue>? All(FormField field, IEnumerable<string> parts, Func<string, JsonNode?> read)
    {
        var nodes = parts.Select(p => p.Trim()).Where(p => p.Length > 0).Select(read).ToList();
        return nodes.Contains(null) ? null : [.. nodes.Select(n => new FieldValue(field.Path, n!))];
    }

    private static JsonObject With(FormField field, string name, JsonNode value) => Item(field, (name, value));

    private static JsonObject Item(FormField field, params (string Name, JsonNode Value)[] more)
    {
        var item = field.Item();
        foreach (var (name, value) in more)
            item[name] = value;
        return item;
    }

    // A date in another order goes on as it is written: the notice's own rules ask which day is meant (V24).
    private static JsonValue? Day(string text) =>
        IsoDay().IsMatch(text) || Expectations.LooksLikeADate(text) ? JsonValue.Create(text) : null;

    private static JsonValue? Chosen(FormField field, string text) =>
        field.Choices.FirstOrDefault(c => FormTexts.Fold(c.Code) == FormTexts.Fold(text) || FormTexts.Means(text, c.Key))
            is { Code: var code } ? JsonValue.Create(code)
            : Answer(text) is { } yes
                && field.Choices.FirstOrDefault(c => c.Code == (yes ? "YES" : "NO")) is { } answer ? JsonValue.Create(answer.Code)
            : null;

    private static bool? Answer(string text) => text switch
    {
        _ when FormTexts.Means(text, "Answer.Yes") || FormTexts.Fold(text) is "true" => true,
        _ when FormTexts.Means(text, "Answer.No") || FormTexts.Fold(text) is "false" => false,
        _ when IsTick(text) => true,
        _ => null,
    };

    private static bool IsTick(string text) => text is "x" or "X" or "х" or "Х" || (text.Length == 1 && Ticks.Contains(text[0]));

    // What a tick stands for, the contract says: a central authority.
    private static IReadOnlyList<FieldValue>? Function(FormField field, string text) => (Chosen(field, text), Answer(text)) switch
    {
        ({ } function, _) => [new(field.Path, With(field, "function", function))],
        (null, true) => [new(field.Path, field.Item())],
        (null, false) => [],
        (null, null) => null,
    };

    private static int? Number(string text) =>
        int.TryParse(Digits(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 10_000 ? number : null;

    private static List<FieldValue>? Hours(FormField field, string text) => All(field, text.Split(',', ';', '\n', '،'), part =>
        Span().Match(part) is { Success: true } m && Time(m.Groups[1].Value) is { } from && Closing(m.Groups[2].Value) is { } to
            ? Item(field, ("from", from), ("to", to))
            : null);

    private static string? Closing(string text) => Clock(text) == "24:00" ? "24:00" : Time(text);

    private static string? Time(string text) =>
        TimeOnly.TryParseExact(Clock(text), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("HH:mm", CultureInfo.InvariantCulture)
            : null;

    private static string Clock(string text) => text.Replace('.', ':').Replace('h', ':');

    private static List<FieldValue>? Tagged(FormField field, string text)
    {
        var texts = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Select(Halves).ToList();
        return texts.All(t => t is var (tag, _) && Tag().IsMatch(tag))
            ? [.. texts.Select(t => new FieldValue($"{field.Path}/{t!.Value.Item1}", t.Value.Item2))]
            : null;
    }

    private static (string, string)? Halves(string line) =>
        line.IndexOfAny([':', '：']) is > 0 and var at && line[(at + 1)..].Trim() is { Length: > 0 } rest
            ? (line[..at].Trim(), rest)
            : null;

    private static JsonObject? Link(FormField field, string line)
    {
        var parts = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        return !parts[0].Contains("://", StringComparison.Ordinal) ? null
            : parts is [var url, var title] ? Item(field, ("url", url), ("title", title.TrimStart(',', '-', '–', ' ')))
            : With(field, "url", parts[0]);
    }

    // A comma or a stroke before an extension, or before other last digits, does not begin another number.
    private static List<string> Numbers(string text)
    {
        var (numbers, start) = (new List<string>(), 0);
        for (var at = 0; at < text.Length; at++)
            if (Separates(text, at))
            {
                numbers.Add(text[start..at]);
                start = at + 1;
            }
        numbers.Add(text[start..]);
        return numbers;
    }

    private static bool Separates(string text, int at) => text[at] switch
    {
        '\n' or '；' or '،' => true,
        ';' => !IsParameter(text, at),
        ',' or '/' => BeginsNumber(text, at + 1),
        _ => false,
    };

    private static bool BeginsNumber(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\u00A0')
            at++;
        return at < text.Length && (text[at] is '+' or '＋' || string.CompareOrdinal(text, at, "00", 0, 2) == 0);
    }

    private static bool IsParameter(string text, int at) => string.CompareOrdinal(text, at, ";ext=", 0, 5) == 0;

    // Digits of any script are the same numbers.
    private static string Digits(string text) =>
        string.Concat(text.Select(c => char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber
            ? (char)('0' + (int)char.GetNumericValue(c))
            : c));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\n,;،；、]")]
    private static partial Regex Parts();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"^\s*(\d{1,2}[:.h]\d{2})\s*(?:-|–|—|−)\s*(\d{1,2}[:.h]\d{2})\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Span();

    [GeneratedRegex(@"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
