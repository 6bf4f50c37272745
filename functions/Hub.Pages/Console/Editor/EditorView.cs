using System.Text.Json.Nodes;
using Hub.Intake.Inbox;
using Hub.Notices.Flow;
using Hub.Pages.Console.Editor.Fields;
using Hub.Pages.Console.Notices;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Networks;
using Hub.Register.Records;

namespace Hub.Pages.Console.Editor;

/// <summary>A page of the editor.</summary>
public enum EditorStep
{
    /// <summary>Of which State, and what.</summary>
    What,

    /// <summary>Which authority.</summary>
    Which,

    /// <summary>What is said of it.</summary>
    Fields,

    /// <summary>What that changes, before it is sent.</summary>
    Check,
}

/// <summary>What the editor shows.</summary>
/// <param name="Step">Its page.</param>
/// <param name="Values">What stands in it.</param>
/// <param name="States">The States, with their names.</param>
/// <param name="Networks">The networks.</param>
public sealed record EditorView(
    EditorStep Step, EditorValues Values, IReadOnlyList<(string Code, string Name)> States, NetworkCatalog Networks) : Confidential
{
    private static readonly string[] Parts = [$"{EditorForm.Notice}/", $"{EditorForm.Record}/", $"{EditorForm.Law}/", $"{EditorForm.Change}/"];

    /// <summary>The notice that is corrected; null where one is entered.</summary>
    public NoticeDetail? Corrects { get; init; }

    /// <summary>The mail that a notice is made of; null where none is.</summary>
    public MailRecord? Mail { get; init; }

    /// <summary>Its text; null where it cannot be shown.</summary>
    public string? MailText { get; init; }

    /// <summary>What was found in that mail.</summary>
    public FoundValues Found { get; init; } = FoundValues.None;

    /// <summary>The authorities of the State.</summary>
    public IReadOnlyList<Authority> Records { get; init; } = [];

    /// <summary>The authority concerned, in the version that was shown.</summary>
    public Authority? Record { get; init; }

    /// <summary>The laws of the State.</summary>
    public IReadOnlyList<Law> Laws { get; init; } = [];

    /// <summary>The law concerned, in the version that was shown.</summary>
    public Law? Law { get; init; }

    /// <summary>What it is about, of what is there; null where nothing is, or nobody chose.</summary>
    public EditorSubject? About => Task is { IsOfLaw: true } ? Law : Record;

    /// <summary>Whether what it is about has changed since it was shown.</summary>
    public bool HasMoved { get; init; }

    /// <summary>What would become of it; null where nobody asked yet.</summary>
    public NoticeTrial? Trial { get; init; }

    /// <summary>Where its forms go.</summary>
    public string Action => Corrects is { } detail ? $"/console/notices/{detail.Notice.Id}/edit" : "/console/notices/new";

    /// <summary>What is entered; null where nobody said.</summary>
    internal EditorTask? Task => EditorTask.Find(Values["task"]);

    /// <summary>Whether it is about an authority or law that there is.</summary>
    public bool NeedsRecord => Task is { NeedsRecord: true };

    /// <summary>Whether it is the Secretariat's own mending of a mistake.</summary>
    public bool IsOwn => Task is { Kind: Hub.Notices.NoticeKind.Correction };

    /// <summary>Whether the Secretariat may say it of itself.</summary>
    public bool MayBeOwn => Task is { MayBeOwn: true };

    /// <summary>What names, in a form, that which it is about.</summary>
    public string IdName => Task?.IdName ?? "recordId";

    /// <summary>Whether it is known what is entered.</summary>
    public bool HasTask => Task is not null;

    /// <summary>Whether what is entered can still be chosen: of several changes of a notice, each is what it is.</summary>
    internal bool IsKindOpen => Corrects is null || Corrects.Notice.Form["changes"] is not JsonArray { Count: > 1 };

    /// <summary>Whether a field stands on this page.</summary>
    internal bool Shows(string name) => Step switch
    {
        EditorStep.What => name == "task" ? IsKindOpen : Corrects is null && name is ("state" or "road" or "office"),
        EditorStep.Which => name == IdName,
        EditorStep.Fields => name is "pairs" or "replaces" or "lastDay"
            || (Parts.Any(p => name.StartsWith(p, StringComparison.Ordinal)) && !IsOtherOfLaw(name)),
        EditorStep.Check => name is "reason",
        _ => throw new NotSupportedException($"{Step}"),
    };

    // What a task does not ask of a law goes along: whoever corrects what a State sent takes nothing away unseen.
    private bool IsOtherOfLaw(string name) => Task is { IsOfLaw: true } task && name.StartsWith($"{EditorForm.Law}/", StringComparison.Ordinal)
        && !task.Sections.SelectMany(s => s.Fields).Select(f => $"{EditorForm.Law}/{f.Path}")
            .Any(f => name == f || name.StartsWith($"{f}/", StringComparison.Ordinal));
}
