using System.Globalization;
using Hub.Functions.Site;
using Hub.Pages.Console.Editor.Fields;

namespace Hub.Functions.Console.Editor;

/// <summary>One row more or less, where a button asks for it.</summary>
internal static class EditorRows
{
    private const int Most = 20;

    private static readonly string[] Steps = ["next", "check", "anyway", "start", "send", "fields", "add", "remove"];

    /// <summary>What a button of the editor asks for, with the row behind a colon; null where none was pressed.</summary>
    public static string? Asked(PostedForm form) =>
        form.Text("step") is not { } step || Steps.Contains(step.Split(':')[0]) ? form.Text("step") : throw PostedForm.NotOffered("step");

    /// <summary>The values then; null where a step asks for neither.</summary>
    public static EditorValues? Changed(EditorValues values, string step) => step.Split(':') switch
    {
        ["add", var list] => values.With($"more/{list}", $"{Math.Min(Most, More(values, list) + 1)}"),
        ["remove", var list, var row] when int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            values.Without($"{list}/{number}/").Without($"more/{list}/"),
        _ => null,
    };

    private static int More(EditorValues values, string list) =>
        int.TryParse(values[$"more/{list}"], NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? more : 0;
}
