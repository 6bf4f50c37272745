using Hub.Intake.Forms;
using Hub.Register.States;

namespace Hub.Pages.Forms;

/// <summary>A line of a form to fill in.</summary>
/// <param name="Field">Its field; null for the heading of a section.</param>
/// <param name="Code">Code of the field, or letter of the section.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Hint">How to answer.</param>
/// <param name="Value">The answer, where one is filled in already.</param>
internal sealed record FormRow(FormField? Field, string Code, string Label, string Hint = "", string Value = "")
{
    /// <summary>Whether it is the heading of a section.</summary>
    public bool IsHeading => Field is null;

    /// <summary>The lines of a form in a language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="filled">Answers that are filled in already, by the codes of their fields.</param>
    public static IEnumerable<FormRow> Of(Language language, IReadOnlyDictionary<string, string> filled) =>
        from section in DesignationForm.Sections
        from row in DesignationForm.Fields.Where(f => f.Section == section)
            .Select(f => new FormRow(
                f, f.Code, FormTexts.Label(f, language), FormTexts.Hint(f, language), filled.GetValueOrDefault(f.Code) ?? ""))
            .Prepend(new(null, $"{section}", FormTexts.Text($"Section.{section}", language)))
        select row;
}
