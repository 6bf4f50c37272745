using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Intake.Forms;
using Hub.Pages.Rendering;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Pages.Forms;

/// <summary>The form as files that programs fill in.</summary>
internal static class FormFiles
{
    private static readonly JsonSerializerOptions Indented = new(HubJson.Options) { WriteIndented = true };

    /// <summary>As comma-separated values: code, label, hint, answer.</summary>
    public static byte[] Csv(IEnumerable<FormRow> rows, Language language) => CsvTable.Write(
        [DesignationForm.Mark, FormTexts.Text("Title", language), "", ""],
        [
            .. DesignationForms.Introduction(language).Select(i => (string[])[i, "", "", ""]),
            DesignationForms.Columns(language),
            .. rows.Select(r => (string[])[r.Code, r.Label, r.Hint, r.Value]),
        ]);

    /// <summary>As JSON: an answer goes into the <c>value</c> of its field.</summary>
    public static byte[] Json(IEnumerable<FormRow> rows, Language language)
    {
        var form = new JsonObject
        {
            ["form"] = DesignationForm.Mark, ["language"] = language.Code(), ["title"] = FormTexts.Text("Title", language),
            ["fields"] = new JsonArray([.. rows.Where(r => !r.IsHeading).Select(r => Field(r, language))]),
        };
        return JsonSerializer.SerializeToUtf8Bytes(form, Indented);
    }

    private static JsonObject Field(FormRow row, Language language)
    {
        var field = new JsonObject { ["code"] = row.Code, ["label"] = row.Label };
        if (row.Hint.Length > 0)
            field["hint"] = row.Hint;
        if (row.Field!.Choices.Count > 0)
            field["choices"] = new JsonArray([.. FormTexts.Choices(row.Field, language).Select(c => (JsonNode)c)]);
        field["value"] = WritableText.Of(row.Value);
        return field;
    }
}
