using System.Globalization;
using System.Resources;
using Hub.Intake.Forms;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Texts;

/// <summary>The words of pages and mails in one language, and its way to write dates and numbers and to put names in order.</summary>
public sealed class Labels(Language language)
{
    private static readonly ResourceManager Texts = new("Hub.Pages.Texts.Labels", typeof(Labels).Assembly);
    private static readonly ResourceManager EditionTexts = new("Hub.Pages.Texts.Editions", typeof(Labels).Assembly);
    private static readonly ResourceManager UpkeepTexts = new("Hub.Pages.Texts.Upkeep", typeof(Labels).Assembly);
    private static readonly ResourceManager PartnerTexts = new("Hub.Pages.Texts.Partners", typeof(Labels).Assembly);
    private static readonly ResourceManager AnswerTexts = new("Hub.Pages.Texts.Answers", typeof(Labels).Assembly);
    private static readonly ResourceManager SiteTexts = new("Hub.Pages.Texts.Site", typeof(Labels).Assembly);
    private static readonly ResourceManager DirectoryTexts = new("Hub.Pages.Directory.Texts.Directory", typeof(Labels).Assembly);
    private static readonly ResourceManager VisitorTexts = new("Hub.Pages.Texts.Visitors", typeof(Labels).Assembly);
    private static readonly ResourceManager OfficeTexts = new("Hub.Pages.Office.Texts.Office", typeof(Labels).Assembly);
    private static readonly ResourceManager LawTexts = new("Hub.Pages.Laws.Texts.Laws", typeof(Labels).Assembly);
    private static readonly ResourceManager NetworkTexts = new("Hub.Pages.Texts.Networks", typeof(Labels).Assembly);
    private readonly CultureInfo _culture = language.Culture();

    // .NET writes Arabic numbers in Western digits, but with the separator of the others.
    private readonly CultureInfo _numbers = language == Language.Arabic ? CultureInfo.InvariantCulture : language.Culture();

    /// <summary>The languages of the Secretariat's pages.</summary>
    public static IReadOnlyList<Language> OfConsole => ConsoleTexts.Languages;

    /// <summary>The language.</summary>
    public Language Language => language;

    /// <summary>Whether it is read from right to left.</summary>
    public bool RightToLeft => language.Direction() == "rtl";

    /// <summary>The order in which the language puts names.</summary>
    public StringComparer Order { get; } = StringComparer.Create(language.Culture(), CompareOptions.None);

    /// <summary>A text by its key.</summary>
    public string this[string key] => Find(key) ?? throw new MissingManifestResourceException($"The texts lack '{key}'.");

    /// <summary>The word for a value of an enum.</summary>
    public string Of<T>(T value) where T : struct, Enum => this[$"{typeof(T).Name}.{value}"];

    /// <summary>The word for a field of a record; its own name where an old event tells of a field that is no more.</summary>
    public string Field(string name) => Find($"Field.{name}") ?? name;

    /// <summary>The words for a place in a notice, by the last name on the way that has some; null where none has.</summary>
    public string? FieldAt(string pointer) => pointer.Split('/').Reverse()
        .Select(name => Find($"Field.{name}") ?? (FormTexts.Text($"Field.{name}", language) is { } text && !text.Contains('{') ? text : null))
        .FirstOrDefault(word => word is not null);

    /// <summary>A text that goes with a number, in the form that the number wants.</summary>
    public string Counted(string key, long number) =>
        (number == 1 || (number == 0 && language == Language.French) ? Find($"{key}.One") : null) ?? this[key];

    /// <summary>A sentence that counts something: its first place is the number.</summary>
    public Phrase SayCount(string key, long number, params Phrase[] others) => Phrase.Of(Counted(key, number), [Number(number), .. others]);

    /// <summary>The words for a network's kind.</summary>
    public string Kind(string kind) => Find($"Kind.{kind}") ?? kind;

    /// <summary>The word for the kind of a temporary notice; as it was written where it is none of the usual ones.</summary>
    public string Temporary(string kind) => Find($"Temporary.{kind}") ?? kind;

    /// <summary>A sentence with its places filled.</summary>
    public Phrase Say(string key, params Phrase[] values) => Phrase.Of(this[key], values);

    /// <summary>A number.</summary>
    public string Number(long number) => number.ToString("N0", _numbers);

    /// <summary>A day in words.</summary>
    public string Day(DateOnly day) => day.ToString(this[day.Day == 1 ? "Date.First" : "Date"], _culture);

    /// <summary>A month in words.</summary>
    public string Month(DateOnly month) => month.ToString(this["Date.Month"], _culture);

    /// <summary>A month for the head of a narrow column.</summary>
    public string ShortMonth(DateOnly month) => month.ToString("MMM yyyy", _culture);

    /// <summary>A day of the week.</summary>
    public string Weekday(DayOfWeek day) => _culture.DateTimeFormat.GetDayName(day);

    /// <summary>A time from a day to another; null where neither is known.</summary>
    public Phrase? Period(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) => Say("Period", Day(first), Day(last)),
        ({ } first, null) => Say("Period.From", Day(first)),
        (null, { } last) => Say("Period.Until", Day(last)),
        _ => null,
    };

    /// <summary>An instrument's article and what it is for.</summary>
    public Phrase Pair(Pair pair) => pair.Instrument == Instrument.Other
        ? Say("Pair.Other", Of(pair.Matter), pair.Article)
        : Say("Pair", Of(pair.Matter), Of(pair.Instrument), pair.Article);

    internal string? Find(string key) =>
        Texts.GetString(key, _culture) ?? EditionTexts.GetString(key, _culture) ?? NetworkTexts.GetString(key, _culture)
        ?? PartnerTexts.GetString(key, _culture) ?? UpkeepTexts.GetString(key, _culture) ?? AnswerTexts.GetString(key, _culture)
        ?? SiteTexts.GetString(key, _culture) ?? VisitorTexts.GetString(key, _culture) ?? DirectoryTexts.GetString(key, _culture)
        ?? OfficeTexts.GetString(key, _culture) ?? LawTexts.GetString(key, _culture) ?? ConsoleTexts.Find(key, _culture)
        ?? FormTexts.Word(key, language);
}
