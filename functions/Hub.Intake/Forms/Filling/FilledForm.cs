using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Forms.Filling;

/// <summary>The answers of a form that is filled in with a record: what its State sends back with some of it changed.</summary>
public static class FilledForm
{
    /// <summary>The answers, by the codes of their fields; what a State may not see of its own record is in none of them.</summary>
    public static IReadOnlyDictionary<string, string> Of(Authority record, Language language)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (form, answers) = (record.Form(), new Dictionary<string, string>());
        foreach (var field in DesignationForm.Fields)
            if (Answer(field, record, form, language) is { Length: > 0 } answer)
                answers[field.Code] = answer;
        return answers;
    }

    private static string? Answer(FormField field, Authority record, JsonObject form, Language language) => field switch
    {
        { Target: FieldTarget.Record } => FieldWriter.Text(field, form, language),
        { Target: FieldTarget.Notice, Path: "/state" } => record.State().Value,
        { Target: FieldTarget.Notice, Path: "/kind" } => Word(field, NoticeKind.ChangeOfContact.Code(), language),
        { Target: FieldTarget.Notice, Path: "/language" } => Word(field, language.Code(), language),
        { Target: FieldTarget.Change, Path: "/recordId" } => $"{new NamedRecord(record.Id, record.Version)}",
        _ => null,
    };

    private static string? Word(FormField field, string code, Language language) => FieldWriter.Word(field, code, language);
}
