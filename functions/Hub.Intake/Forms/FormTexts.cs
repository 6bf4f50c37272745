using System.Globalization;
using System.Resources;
using Hub.Register.Json;
using Hub.Register.States;
using Hub.Register.Text;

namespace Hub.Intake.Forms;

/// <summary>The words of the designation form in six languages, and what is meant by a word that comes back.</summary>
public static class FormTexts
{
    private static readonly ResourceManager Texts = new("Hub.Intake.Forms.Forms", typeof(FormTexts).Assembly);
    private static readonly ResourceManager Vocabulary = new("Hub.Intake.Forms.Vocabulary", typeof(FormTexts).Assembly);
    private static readonly Language[] All = Enum.GetValues<Language>();

    private static readonly Dictionary<string, (FormField Field, Language Language)> Labels = (
        from language in All
        from field in DesignationForm.Fields
        from label in Also(field, language).Prepend(Label(field, language))
        select (Label: Fold(label), field, language)).DistinctBy(l => l.Label).ToDictionary(l => l.Label, l => (l.field, l.language));

    private static readonly HashSet<string> Furniture =
    [
        .. from language in All
           from key in new[] { "Title", "Intro.1", "Intro.2", "Column.Code", "Column.Label", "Column.Hint", "Column.Value" }
               .Concat(DesignationForm.Sections.Select(s => $"Section.{s}"))
           select Fold(Text(key, language)),
    ];

    private static readonly Dictionary<string, HashSet<string>> Hints =
        DesignationForm.Fields.ToDictionary(f => f.Code, f => Folded(l => Hint(f, l)));

    private static readonly Dictionary<string, HashSet<string>> Meanings =
        DesignationForm.Fields.SelectMany(f => f.Choices.Select(c => c.Key)).Concat(["Answer.Yes", "Answer.No", "Answer.None"]).Distinct()
            .ToDictionary(key => key, key => Folded(l => Word(key, l)!));

    /// <summary>A text of the form itself.</summary>
    public static string Text(string key, Language language) => Texts.GetString(key, language.Culture())!;

    /// <summary>A word of the register's vocabulary; null where the key is none of it.</summary>
    public static string? Word(string key, Language language) => Vocabulary.GetString(key, language.Culture());

    /// <summary>A field's label.</summary>
    public static string Label(FormField field, Language language) => string.Format(
        CultureInfo.InvariantCulture, Text($"Field.{field.Key}", language), [.. field.Words.Select(w => Word(w, language) ?? w)]);

    /// <summary>A field's code and label.</summary>
    public static string Title(FormField field, Language language) => $"{field.Code} {Label(field, language)}";

    /// <summary>How a field is filled in; empty where that needs no word.</summary>
    public static string Hint(FormField field, Language language) =>
        Texts.GetString($"Hint.{field.Kind}", language.Culture()) is { } hint
            ? string.Format(CultureInfo.InvariantCulture, hint, field.Kind == FieldKind.RecordOrNone
                ? Word("Answer.None", language)
                : string.Join(" / ", Choices(field, language)))
            : "";

    /// <summary>The words of a field's choices.</summary>
    public static IEnumerable<string> Choices(FormField field, Language language) => field.Choices.Select(c => Word(c.Key, language)!);

    /// <summary>The field whose label, in any language, a text is; null where it is none's.</summary>
    public static (FormField Field, Language Language)? Find(string label) =>
        Labels.TryGetValue(Fold(label), out var found) ? found : null;

    /// <summary>The label, of all in a language, that was meant by a misspelt one; null where none is near.</summary>
    public static string? Nearest(string label, Language language) =>
        Hub.Register.Problems.Nearest.To(label.Trim(), DesignationForm.Fields.Select(f => Label(f, language)).Distinct());

    /// <summary>Whether a text stands on the form for everyone, such as a heading.</summary>
    public static bool IsFurniture(string text) => Furniture.Contains(Fold(text));

    /// <summary>Whether a text is the field's own hint.</summary>
    public static bool IsHint(FormField field, string text) => Hints[field.Code].Contains(Fold(text));

    /// <summary>Whether a text is a word of the vocabulary in any language.</summary>
    public static bool Means(string text, string key) => Meanings[key].Contains(Fold(text));

    /// <summary>A text as it is compared: without case, accents, width, spaces and signs.</summary>
    public static string Fold(string text)
    {
        return string.Concat(SafeText.Simplified(text).Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    private static HashSet<string> Folded(Func<Language, string> text) => [.. All.Select(l => Fold(text(l))).Where(t => t.Length > 0)];

    // The name in the language of the form is what "name of the authority" means.
    private static string[] Also(FormField field, Language language)
    {
        var key = field.Key == $"name.{language.Code()}" ? "name" : field.Key;
        return Texts.GetString($"Also.{key}", language.Culture())?.Split(';') ?? [];
    }
}
