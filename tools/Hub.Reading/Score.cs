using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Hub.Reading;

/// <summary>How what was read compares with what is right: over a folder, and for each language and field.</summary>
internal sealed class Score
{
    private readonly SortedDictionary<string, Tally> _fields = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Tally> _languages = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _alarms = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _ofLanguage = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Right, int All)> _kinds = new(StringComparer.Ordinal);
    private readonly List<string> _differences = [];
    private readonly List<double> _milliseconds = [];
    private int _outcomes, _mails, _due, _raised, _falseAlarms, _foreign, _records, _ofRecord;

    /// <summary>What differs, a line each.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>The values of all fields.</summary>
    public Tally Values => _fields.Values.Aggregate(new Tally(), (a, b) => a + b);

    /// <summary>How many of the notices did what they should.</summary>
    public (int Right, int All) Kinds => _kinds.Values.Aggregate((0, 0), (a, b) => (a.Item1 + b.Right, a.Item2 + b.All));

    /// <summary>False alarms for each mail.</summary>
    public double FalseAlarms => _mails == 0 ? 0 : (double)_falseAlarms / _mails;

    /// <summary>Counts a mail.</summary>
    public void Add(string file, JsonObject read, JsonObject expected)
    {
        _mails++;
        var language = file[..2];
        _ofLanguage[language] = _ofLanguage.GetValueOrDefault(language) + 1;
        if (read["ms"] is { } took)
            _milliseconds.Add((double)took);
        var outcome = Same(file, "outcome", read, expected);
        _outcomes += outcome ? 1 : 0;
        if ((string?)expected["kind"] is not null)
        {
            var (right, all) = _kinds.GetValueOrDefault(language);
            _kinds[language] = (right + (Same(file, "kind", read, expected) && outcome ? 1 : 0), all + 1);
        }
        Record(file, read, expected);
        // What a person who reads the mail starts from is no value that was read of a note.
        if ((string?)expected["outcome"] != "to_read" || !outcome)
            Compare(file, read, expected);
        Problems(file, read, expected);
    }

    /// <summary>How many mails there are.</summary>
    public int Mails => _mails;

    /// <summary>For each language: its mails, the kinds, the values, the false alarms for each mail.</summary>
    public IEnumerable<(string Language, int Mails, (int Right, int All) Kinds, Tally Values, double FalseAlarms)> ByLanguage() =>
        _ofLanguage.Select(l => (
            l.Key, l.Value, _kinds.GetValueOrDefault(l.Key), _languages.GetValueOrDefault(l.Key),
            (double)_alarms.GetValueOrDefault(l.Key) / l.Value));

    /// <summary>For each field: its values.</summary>
    public IReadOnlyDictionary<string, Tally> ByField => _fields;

    /// <summary>The table.</summary>
    public IEnumerable<string> Lines()
    {
        yield return Text($"{_mails} mails; outcome right in {_outcomes}");
        foreach (var (language, (right, all)) in _kinds)
            yield return Text($"kind right in {right} of {all} ({language})");
        yield return Text($"kind right in {Kinds.Right} of {Kinds.All}; record right in {_ofRecord} of {_records}, another named in {_foreign}");
        yield return Text(
            $"values: precision {Values.Precision:0.000}, recall {Values.Recall:0.000} ({Values.Right} right, {Values.Said} said, {Values.Wanted} wanted)"
        );
        yield return Text($"problems: {_raised} of {_due} raised; {FalseAlarms:0.00} false alarms a mail");
        if (_milliseconds.Count > 0)
            yield return Text(
                $"median {_milliseconds.Order().ElementAt(_milliseconds.Count / 2):0.0} ms a mail, longest {_milliseconds.Max():0.0} ms");
        foreach (var (field, tally) in _fields)
            yield return Text($"  {field,-24} precision {tally.Precision:0.00}  recall {tally.Recall:0.00}  ({tally.Wanted} wanted)");
    }

    private bool Same(string file, string what, JsonObject read, JsonObject expected)
    {
        var (said, wanted) = ((string?)read[what], (string?)expected[what]);
        if (string.Equals(said, wanted, StringComparison.OrdinalIgnoreCase))
            return true;
        _differences.Add($"{file}: {what} {said ?? "none"}, not {wanted ?? "none"}");
        return false;
    }

    // The record that is changed, ended or replaced; that of a mail which a person reads is where that person begins.
    private void Record(string file, JsonObject read, JsonObject expected)
    {
        var isRead = (string?)read["outcome"] == ToRead;
        _records += (string?)expected["record"] is null ? 0 : 1;
        if (isRead && (string?)expected["record"] is null)
            return;
        if (Same(file, "record", read, expected) && !isRead)
            _ofRecord += (string?)expected["record"] is null ? 0 : 1;
        else if (read["record"] is not null && !isRead)
            _foreign++;
    }

    // What a person starts from is neither right nor wrong: a notice that is left to one is missed whole.
    private void Compare(string file, JsonObject read, JsonObject expected)
    {
        var (said, wanted) = ((string?)read["outcome"] == ToRead ? [] : Whole(Pairs(read)), Whole(Pairs(expected)));
        foreach (var (field, value, office) in said)
        {
            // Of several offices, each has its own.
            var at = wanted.FindIndex(w => w.Field == field && (w.Text == value || (field == "timeZone" && IsOffsetOf(w.Text, value)))
                && (office is null || w.Office is null || office == w.Office));
            var right = at >= 0;
            if (right)
                wanted.RemoveAt(at);
            Count(file, field, new(right ? 1 : 0, 1, right ? 1 : 0));
            if (!right)
                _differences.Add($"{file}: said {field} {value}");
        }
        foreach (var (field, value, _) in wanted)
        {
            Count(file, field, new(0, 0, 1));
            _differences.Add($"{file}: missed {field} {value}");
        }
    }

    // However its lines are divided, an address is one; a network is the same by whichever of its names.
    private static List<Value> Whole(List<Value> values) =>
    [
        .. values.Where(v => v.Field != AddressLines).Select(v => v.Field == "membership" ? v with { Text = Network(v.Text) } : v).Distinct(),
        .. values.Where(v => v.Field == AddressLines).GroupBy(v => v.Office)
            .Select(g => new Value(AddressLines, string.Join(", ", g.Select(l => l.Text)), g.Key)),
    ];

    private readonly record struct Value(string Field, string Text, string? Office);

    private static string Network(string value) =>
        ReadingHub.Data.Networks.TryFind(value, out var network) ? network.Id.ToUpperInvariant() : value;

    private void Count(string file, string field, Tally tally)
    {
        _fields[field] = _fields.GetValueOrDefault(field) + tally;
        _languages[file[..2]] = _languages.GetValueOrDefault(file[..2]) + tally;
    }

    private const string ToRead = "to_read";
    private const string AddressLines = "postalAddress.lines";
    private static readonly int[] Solstices = [1, 7];

    // An offset is right where a place has it in winter and in summer.
    private static bool IsOffsetOf(string offset, string place) =>
        offset is ['+' or '-', ..] && TimeSpan.TryParse(offset.TrimStart('+'), CultureInfo.InvariantCulture, out var wanted)
        && TimeZoneInfo.GetSystemTimeZones().FirstOrDefault(z => z.Id.Equals(place, StringComparison.OrdinalIgnoreCase)) is { } zone
        && Solstices.All(month => zone.GetUtcOffset(new DateTime(2026, month, 15, 12, 0, 0, DateTimeKind.Utc)) == wanted);

    // Numbers without blanks, texts without regard to case and to runs of blanks.
    private static List<Value> Pairs(JsonObject line) =>
        [.. (line["proposals"] as JsonArray ?? []).Select(p => new Value((string)p!["field"]!, Plain($"{p["value"]}"), Plain((string?)p["office"])))];

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Plain(string? text) => text is null ? null
        : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('’', '\'').ToUpperInvariant();

    private void Problems(string file, JsonObject read, JsonObject expected)
    {
        var raised = Codes(read["problems"]).Where(Counted.Contains).ToHashSet();
        var due = Codes(expected["problems"]).ToHashSet();
        _due += due.Count;
        _raised += due.Count(raised.Contains);
        _falseAlarms += raised.Except(due).Count();
        _alarms[file[..2]] = _alarms.GetValueOrDefault(file[..2]) + raised.Except(due).Count();
        _differences.AddRange(due.Except(raised).Select(c => $"{file}: did not raise {c}"));
        _differences.AddRange(raised.Except(due).Select(c => $"{file}: raised {c}"));
    }

    // What an expected.json may name (docs/reading.md): the others say how something was written, and ask nothing.
    private static readonly HashSet<string> Counted =
        ["V02", "V04", "V06", "V10", "V11", "V12", "V13", "V14", "V15", "V17", "V24", "V31", "F04", "F06", "F20", "F23"];

    private static IEnumerable<string> Codes(JsonNode? problems) =>
        (problems as JsonArray ?? []).Select(p => p is JsonObject whole ? (string)whole["code"]! : (string)p!);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Values counted.</summary>
    /// <param name="Right">Those that were said and are right.</param>
    /// <param name="Said">All that were said.</param>
    /// <param name="Wanted">All that there are.</param>
    internal readonly record struct Tally(int Right, int Said, int Wanted)
    {
        public double Precision => Said == 0 ? 1 : (double)Right / Said;

        public double Recall => Wanted == 0 ? 1 : (double)Right / Wanted;

        public static Tally operator +(Tally a, Tally b) => new(a.Right + b.Right, a.Said + b.Said, a.Wanted + b.Wanted);
    }
}
