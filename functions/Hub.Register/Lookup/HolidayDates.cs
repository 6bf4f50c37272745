using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Register.Text;

namespace Hub.Register.Lookup;

/// <summary>
/// The dates in what a State wrote of its holidays: <c>1 January</c>, <c>25–26 décembre</c>, <c>2026-12-25</c>, <c>1月1日</c>. Feasts that
/// it only names have no date here; the words stand beside wherever they count.
/// </summary>
internal sealed partial class HolidayDates
{
    private const int MostKept = 5000;
    private const int LeapYear = 2000;
    private static readonly ConcurrentDictionary<string, HolidayDates> Known = new();
    private static readonly HolidayDates None = new();
    private static readonly Dictionary<string, int> Months = ReadMonths();

    // What may stand between the days of one month, and between a day and its month.
    private static readonly HashSet<string> Links =
        [.. "AND OF THE ET DU LE LES Y DE DEL EL E DO DA DIA ST ND RD TH ER RE UND".Split(' '), FoldedText.Of("и"), FoldedText.Of("و"), FoldedText.Of("го")];

    private readonly HashSet<(int? Year, int Month, int Day)> _dates = [];

    private HolidayDates()
    {
    }

    /// <summary>The dates in a text.</summary>
    public static HolidayDates In(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return None;
        if (Known.Count >= MostKept)
            Known.Clear();
        return Known.GetOrAdd(text, Read);
    }

    /// <summary>Whether a day is one of them.</summary>
    public bool Contain(DateOnly day) => _dates.Contains((null, day.Month, day.Day)) || _dates.Contains((day.Year, day.Month, day.Day));

    private static HolidayDates Read(string text)
    {
        var dates = new HolidayDates();
        var words = Chinese().Replace(text, m => $" {(m.Groups[1].Length > 0 ? m.Groups[1].Value : "-")}-{m.Groups[2].Value.PadLeft(2, '0')}-{m.Groups[3].Value.PadLeft(2, '0')} ");
        words = Iso().Replace(words, m =>
        {
            dates.Add(m.Groups[1].Length > 0 ? Number(m.Groups[1].Value) : null, Number(m.Groups[2].Value), [Number(m.Groups[3].Value)]);
            return " ; ";
        });
        foreach (var phrase in Phrases(words))
            dates.Add(phrase);
        return dates;
    }

    // Runs of days, months and years; any other word ends one.
    private static IEnumerable<List<Part>> Phrases(string text)
    {
        var (phrase, isRange) = (new List<Part>(), false);
        foreach (var token in Token().Matches(text).Select(m => m.Value))
        {
            var word = FoldedText.Of(token);
            if (char.IsAsciiDigit(token[0]))
                phrase.AddRange(Numbers(phrase, isRange, word));
            else if (Months.TryGetValue(word, out var month))
                phrase.Add(new(PartKind.Month, month));
            else if (!Links.Contains(word) && !IsDash(token))
            {
                yield return phrase;
                phrase = [];
            }
            isRange = IsDash(token);
        }
        yield return phrase;
    }

    private static bool IsDash(string token) => token is "-" or "–" or "—";

    private static IEnumerable<Part> Numbers(List<Part> phrase, bool isRange, string digits) => digits.Length switch
    {
        4 => [new(PartKind.Year, Number(digits))],
        > 2 => [],
        _ when isRange && phrase is [.., { Kind: PartKind.Day, Value: var first }] && Number(digits) is var last and <= 31
            && last > first => Enumerable.Range(first + 1, last - first).Select(d => new Part(PartKind.Day, d)),
        _ => [new(PartKind.Day, Number(digits))],
    };

    // "25 and 26 December 2026", or "December 25 and 26, 2026": what comes first says which.
    private void Add(List<Part> phrase)
    {
        var (days, groups) = (new List<int>(), new List<(int Month, List<int> Days, int? Year)>());
        var isDayFirst = phrase.FirstOrDefault(p => p.Kind != PartKind.Year).Kind == PartKind.Day;
        foreach (var (kind, value) in phrase)
            if (kind == PartKind.Month)
            {
                groups.Add((value, isDayFirst ? days : [], null));
                days = isDayFirst ? [] : groups[^1].Days;
            }
            else if (kind == PartKind.Day)
                days.Add(value);
            else if (groups.Count > 0)
                groups[^1] = groups[^1] with { Year = value };
        foreach (var (month, found, year) in groups)
            Add(year, month, found);
    }

    private void Add(int? year, int month, IEnumerable<int> days)
    {
        if (month is >= 1 and <= 12)
            foreach (var day in days.Where(d => d >= 1 && d <= DateTime.DaysInMonth(year is > 0 ? year.Value : LeapYear, month)))
                _dates.Add((year, month, day));
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static Dictionary<string, int> ReadMonths() =>
        "en fr es pt de it ru ar ar-SY ar-DZ".Split(' ').Select(tag => CultureInfo.GetCultureInfo(tag).DateTimeFormat)
            .SelectMany(f => f.MonthNames.Index().Concat(f.MonthGenitiveNames.Index()).Concat(f.AbbreviatedMonthNames.Index()))
            .Select(m => (Name: FoldedText.Of(m.Item), Month: m.Index + 1)).Where(m => m.Name.Length >= 3)
            // Arabic writes the older names in two words, of which the first alone is that of two months.
            .Select(m => (Name: m.Name.Split(' ')[0], m.Month)).GroupBy(m => m.Name)
            .Where(g => g.Select(m => m.Month).Distinct().Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Month);

    private enum PartKind
    {
        Day,
        Month,
        Year,
    }

    private readonly record struct Part(PartKind Kind, int Value);

    [GeneratedRegex(@"(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日", RegexOptions.NonBacktracking)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"(?:\b([0-9]{4})|-)-([0-9]{2})-([0-9]{2})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Iso();

    [GeneratedRegex(@"[0-9]+\.?|[\p{L}\p{M}]+|[-–—;.\n(]", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
