using Hub.Intake.Forms;
using Hub.Pages.Texts;

namespace Hub.Pages.Console.Editor.Fields;

/// <summary>What is written in a field of the editor.</summary>
public enum EditorKind
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>Any number of lines that are one text.</summary>
    Text,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Yes, no, or nothing said.</summary>
    YesNo,

    /// <summary>One of its choices.</summary>
    Choice,

    /// <summary>Any of its choices.</summary>
    Choices,

    /// <summary>Lines that each stand for themselves.</summary>
    Lines,

    /// <summary>Tags of languages on a line.</summary>
    Tags,

    /// <summary>Rows of fields.</summary>
    Rows,

    /// <summary>Texts, each under a key: rows of a key and a text.</summary>
    Map,
}

/// <summary>A field of the editor, and where it stands in a notice.</summary>
/// <param name="Path">Where: the names on the way, from the object that it belongs to.</param>
/// <param name="Kind">What is written in it.</param>
public sealed record EditorField(string Path, EditorKind Kind)
{
    /// <summary>The name of the key in a row of a map.</summary>
    public const string Key = "key";

    /// <summary>The name of the text in a row of a map.</summary>
    public const string Value = "text";

    /// <summary>What its label's key ends with.</summary>
    public string Label { get; init; } = Path.Split('/')[^1];

    /// <summary>What there is to choose from; for a map, its keys.</summary>
    public Func<Labels, IReadOnlyList<(string Code, string Text)>>? Choices { get; init; }

    /// <summary>Of a map: what is written under a key.</summary>
    public EditorKind Text { get; init; } = EditorKind.Text;

    /// <summary>The fields of a row.</summary>
    public IReadOnlyList<EditorField> Items { get; init; } = [];

    /// <summary>Of a row's field: whether the row is there without it.</summary>
    public bool IsExtra { get; init; }

    /// <summary>Of rows: whether an empty one stands there where there is none.</summary>
    public bool IsAsked { get; init; }

    /// <summary>A class of govuk-frontend for its width.</summary>
    public string? Width { get; init; }

    /// <summary>What it is called.</summary>
    public string LabelIn(Labels labels) => labels.Find($"Edit.{Label}") ?? labels.Find($"Field.{Label}")
        ?? FormTexts.Text($"Field.{Label}", labels.Language);

    /// <summary>A word of help; null where none is needed.</summary>
    public string? HintIn(Labels labels) => labels.Find($"Edit.{Label}.Hint");

    /// <summary>The fields of its rows, those of a map included.</summary>
    public IReadOnlyList<EditorField> Row => Kind == EditorKind.Map
        ? [new(Key, EditorKind.Choice) { Label = $"{Label}.Key", Choices = Choices },
           new(Value, Text) { Label = $"{Label}.Value" }]
        : Items;

    /// <summary>Whether it has rows.</summary>
    public bool HasRows => Kind is EditorKind.Rows or EditorKind.Map;
}
