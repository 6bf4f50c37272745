namespace Hub.Intake.Forms;

/// <summary>
/// The designation form: the one definition from which the forms to download are made, and by which they are read when they come back.
/// </summary>
public static class DesignationForm
{
    /// <summary>What a filled form says that it is; another number means other fields.</summary>
    public const string Mark = "designation/1";

    /// <summary>Its fields, in the order in which they are asked.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
        [.. NoticeFields.All.Concat(AuthorityFields.All).Concat(ProcedureFields.All).OrderBy(f => f.Section)];

    /// <summary>The letters of its sections.</summary>
    public static IReadOnlyList<char> Sections { get; } = [.. Fields.Select(f => f.Section).Distinct()];

    /// <summary>The field of a code; null where there is none.</summary>
    public static FormField? Find(string code) => ByCode.GetValueOrDefault(code.Trim());

    private static readonly Dictionary<string, FormField> ByCode = Fields.ToDictionary(f => f.Code, StringComparer.OrdinalIgnoreCase);
}
