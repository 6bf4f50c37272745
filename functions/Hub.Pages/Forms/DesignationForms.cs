using Hub.Intake.Forms;
using Hub.Notices.Documents;
using Hub.Register.States;

namespace Hub.Pages.Forms;

/// <summary>The designation form to download and fill in, made from its definition. The same form has the same bytes.</summary>
public static class DesignationForms
{
    private static readonly Dictionary<string, string> Empty = [];
    private static readonly string[] Heads = ["Column.Code", "Column.Label", "Column.Hint", "Column.Value"];

    /// <summary>The kinds of file that there are.</summary>
    public static IReadOnlyList<DocumentKind> Kinds { get; } = [DocumentKind.Xlsx, DocumentKind.Docx, DocumentKind.Csv, DocumentKind.Json];

    /// <summary>The form in a language, as one of <see cref="Kinds"/>.</summary>
    /// <param name="kind">The kind of file.</param>
    /// <param name="language">The language.</param>
    /// <param name="filled">Answers that are filled in already, by the codes of their fields.</param>
    public static byte[] Of(DocumentKind kind, Language language, IReadOnlyDictionary<string, string>? filled = null)
    {
        var rows = FormRow.Of(language, filled ?? Empty).ToList();
        return kind switch
        {
            DocumentKind.Xlsx => FormWorkbook.Of(rows, language),
            DocumentKind.Docx => FormDocument.Of(rows, language),
            DocumentKind.Csv => FormFiles.Csv(rows, language),
            DocumentKind.Json => FormFiles.Json(rows, language),
            _ => throw new NotSupportedException($"There is no form of the kind {kind}."),
        };
    }

    /// <summary>The columns' headings.</summary>
    internal static string[] Columns(Language language) => [.. Heads.Select(head => FormTexts.Text(head, language))];

    /// <summary>What stands above the fields.</summary>
    internal static string[] Introduction(Language language) => [FormTexts.Text("Intro.1", language), FormTexts.Text("Intro.2", language)];
}
