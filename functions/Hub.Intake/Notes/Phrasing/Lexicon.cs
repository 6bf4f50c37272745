using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Notes.Phrasing;

/// <summary>The phrases of notes in one language. They are data: a note that is not understood is mended there, not in code.</summary>
internal sealed partial class Lexicon
{
    private static readonly Language[] Read = [Language.English, Language.French, Language.Spanish];

    private static readonly Dictionary<Language, Lexicon> ByLanguage =
        Read.ToDictionary(l => l, l => new Lexicon(l));

    private readonly FrozenDictionary<Concept, Phrases> _phrases;
    private readonly Lazy<Regex> _linkedInstitution;

    private const int ShortestStem = 6;
    private readonly Lazy<FrozenSet<string>> _words;

    private Lexicon(Language language)
    {
        Language = language;
        _phrases = Own(language.Code()).ToFrozenDictionary(r => Enum.Parse<Concept>(r[0]), r => new Phrases(r[1]));
        Languages = Own("languages").ToFrozenDictionary(r => r[0], r => new Phrases(r[1 + (int)language]));
        _words = new(() => _phrases.Values.Concat(Instruments.Values).Concat(Matters.Values)
            .SelectMany(p => Words().Matches(p.Pattern).Select(w => w.Value.ToLowerInvariant())).ToFrozenSet());
        _linkedInstitution = new(() => Phrases.Joined(("link", this[Concept.ParentLink]), ("whole", this[Concept.Institution])));
    }

    /// <summary>Every lexicon.</summary>
    public static IReadOnlyCollection<Lexicon> All => ByLanguage.Values;

    /// <summary>The instruments, by the names they have in any language.</summary>
    public static IReadOnlyDictionary<Instrument, Phrases> Instruments { get; } = Coded<Instrument>("instruments");

    /// <summary>The matters, likewise.</summary>
    public static IReadOnlyDictionary<Matter, Phrases> Matters { get; } = Coded<Matter>("matters");

    /// <summary>What institutions are, by words in their names; the first that fits.</summary>
    public static IReadOnlyDictionary<AuthorityKind, Phrases> Kinds { get; } = Coded<AuthorityKind>("kinds");

    /// <summary>Its language.</summary>
    public Language Language { get; }

    /// <summary>The names of languages, by their BCP 47 tags.</summary>
    public FrozenDictionary<string, Phrases> Languages { get; }

    /// <summary>"Of the Ministry": what an institution is part of, as the group whole behind the group link.</summary>
    public Regex LinkedInstitution => _linkedInstitution.Value;

    /// <summary>Every phrase of it, by what it stands for.</summary>
    public IEnumerable<KeyValuePair<Concept, Phrases>> Concepts => _phrases;

    /// <summary>Whether a word, without accents, is one of its phrases, or begins as some do.</summary>
    public bool Knows(string word) => _words.Value.Contains(word.ToLowerInvariant())
        || (word.Length > ShortestStem && Enumerable.Range(ShortestStem, word.Length - ShortestStem)
            .Any(n => _words.Value.Contains(word[..n].ToLowerInvariant())));

    /// <summary>The phrases for something.</summary>
    public Phrases this[Concept concept] => _phrases[concept];

    /// <summary>The lexicon of a language; null where notes in it are not read.</summary>
    public static Lexicon? Of(Language? language) => language is { } l ? ByLanguage.GetValueOrDefault(l) : null;

    /// <summary>The months, long and short, as alternatives.</summary>
    public static IReadOnlyDictionary<string, int> Months { get; } =
        // As it is said along the River Plate and in Peru.
        new Dictionary<string, int>(
            Names(f => f.MonthNames.Concat(f.AbbreviatedMonthNames), 13, first: 1).Concat(OtherMonths), StringComparer.OrdinalIgnoreCase)
        {
            ["setiembre"] = 9,
        };

    // Of languages that are not read: a date is found in them, too.
    private static IEnumerable<KeyValuePair<string, int>> OtherMonths =>
        from language in new[] { Language.Russian, Language.Arabic }
        from month in language.Culture().DateTimeFormat.MonthGenitiveNames.Take(12).Index()
        select KeyValuePair.Create(month.Item, month.Index + 1);

    /// <summary>The days of a month in words, without accents.</summary>
    public static IReadOnlyDictionary<string, int> DaysInWords { get; } = Own("days")
        .SelectMany(r => r.Skip(1).Select(w => (Word: PlainLetters.Of(w), Day: int.Parse(r[0], CultureInfo.InvariantCulture))))
        .ToDictionary(w => w.Word, w => w.Day, StringComparer.OrdinalIgnoreCase);

    /// <summary>The days of the week, long and short, Sunday 0.</summary>
    public static IReadOnlyDictionary<string, int> Weekdays { get; } = Names(f => f.DayNames.Concat(f.AbbreviatedDayNames), 7, first: 0);

    // Several languages share a name for the same month; none shares one for two.
    private static Dictionary<string, int> Names(Func<DateTimeFormatInfo, IEnumerable<string>> names, int cycle, int first) =>
        Read.SelectMany(l => names(l.Culture().DateTimeFormat).Select((name, i) => (name, i)))
            .Where(n => n.name.Length > 0)
            .GroupBy(n => PlainLetters.Of(n.name.TrimEnd('.')), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => (g.First().i % cycle) + first, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<T, Phrases> Coded<T>(string file) where T : struct, Enum => Own(file).ToDictionary(
        r => Codes.TryParse<T>(r[0], out var value) ? value : throw new InvalidDataException($"{file}: {r[0]}"), r => new Phrases(r[1]));

    [GeneratedRegex(@"(?<![\\\p{L}])\p{L}{4,30}")]
    private static partial Regex Words();

    private static IEnumerable<string[]> Own(string file) => Rows($"Hub.Intake.Notes.Phrasing.Lexicons.{file}.tsv");

    /// <summary>The rows of a file of phrases.</summary>
    public static IReadOnlyList<string[]> Rows(string file)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(file)
            ?? throw new FileNotFoundException($"There are no phrases in {file}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))];
    }
}
