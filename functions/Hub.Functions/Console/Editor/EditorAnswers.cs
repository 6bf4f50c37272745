using Hub.Intake.Inbox.ByHand;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Functions.Console.Editor;

/// <summary>The first questions of the editor, and their answers. Nothing that a form may hold besides is one.</summary>
internal static class EditorAnswers
{
    /// <summary>What nobody answered, or answered with what nobody offered.</summary>
    public static IReadOnlyList<FieldProblem> Missing(EditorView view, Labels labels) => [.. Found(view, labels)];

    /// <summary>Whether it is the Secretariat's own mending of a mistake.</summary>
    public static bool IsOwn(EditorValues values) => values["task"] == NoticeKind.Correction.Code();

    /// <summary>By which road it came.</summary>
    public static EntryRoad? Road(EditorView view) =>
        Codes.TryParse<EntryRoad>(view.Values["road"], out var road) && EnteredNotices.Roads(view.Mail).Contains(road) ? road : null;

    /// <summary>For whom a person of the Secretariat enters it.</summary>
    public static Caller Sender(EditorValues values, Caller by) =>
        StateCode.IsWellFormed(values["state"]) && Codes.TryParse<OfficeRole>(values["office"], out var office)
            && !(Codes.TryParse<EntryRoad>(values["road"], out var road) && road == EntryRoad.Own)
            ? by.Entering(new(values["state"]), office)
            : by;

    private static IEnumerable<FieldProblem> Found(EditorView view, Labels labels)
    {
        if (!view.HasTask)
            yield return new("task", labels["Edit.NoTask"]);
        if (view.Corrects is not null)
            yield break;
        if (view.States.All(s => s.Code != view.Values["state"]))
            yield return new("state", labels["Edit.NoState"]);
        if (Road(view) is not { } road)
            yield return new("road", labels["Edit.NoRoad"]);
        else if (view.HasTask && (road == EntryRoad.Own ? !view.MayBeOwn : view.IsOwn))
            yield return new("road", labels[view.IsOwn ? "Edit.OwnTask" : "Edit.OwnRoad"]);
        else if (road != EntryRoad.Own && !Codes.TryParse<OfficeRole>(view.Values["office"], out _))
            yield return new("office", labels["Edit.NoOffice"]);
    }
}
