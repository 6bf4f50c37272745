using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Lookup;
using Hub.Register.States;

namespace Hub.Pages.Console.Editor.Fields;

/// <summary>Short ways to say what a field is.</summary>
internal static class FieldList
{
    /// <summary>A line.</summary>
    public static EditorField Line(string path) => new(path, EditorKind.Line);

    /// <summary>A line for a few signs.</summary>
    public static EditorField Short(string path) => new(path, EditorKind.Line) { Width = "govuk-input--width-10" };

    /// <summary>A text.</summary>
    public static EditorField Text(string path) => new(path, EditorKind.Text);

    /// <summary>A day.</summary>
    public static EditorField Date(string path) => new(path, EditorKind.Date) { Width = "govuk-input--width-10" };

    /// <summary>A whole number.</summary>
    public static EditorField Number(string path) => new(path, EditorKind.Number) { Width = "govuk-input--width-4" };

    /// <summary>Yes or no.</summary>
    public static EditorField YesNo(string path) => new(path, EditorKind.YesNo);

    /// <summary>One value of an enum.</summary>
    public static EditorField One<T>(string path) where T : struct, Enum => new(path, EditorKind.Choice) { Choices = Each<T> };

    /// <summary>Rows.</summary>
    public static EditorField Rows(string path, params EditorField[] items) => new(path, EditorKind.Rows) { Items = items };

    /// <summary>A field without which its row is there too.</summary>
    public static EditorField Extra(this EditorField field) => field with { IsExtra = true };

    /// <summary>A field with another label.</summary>
    public static EditorField Called(this EditorField field, string label) => field with { Label = label };

    /// <summary>The values of an enum, in words.</summary>
    public static IReadOnlyList<(string Code, string Text)> Each<T>(Labels labels) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(v => (v.Code(), labels.Of(v)))];

    /// <summary>Languages by their tags, those of the hub first.</summary>
    public static IReadOnlyList<(string Code, string Text)> Languages(Labels labels) =>
    [
        .. Codes.All<Language>().Concat(LanguageTags.Short.Except(Codes.All<Language>()))
            .Select(t => (t, LanguageNames.Of(t, labels.Language))),
    ];

    /// <summary>The days of the week.</summary>
    public static IReadOnlyList<(string Code, string Text)> Weekdays(Labels labels) =>
        [.. Enumerable.Range(1, 7).Select(d => (DayOfWeek)(d % 7)).Select(d => (d.Code(), labels.Weekday(d)))];
}
