using Hub.Notices.Colleagues;
using Hub.Pages.Console.Parts;
using Hub.Pages.Site;
using Hub.Register.Json;

namespace Hub.Pages.Console.Colleagues;

/// <summary>What a page shows of a handling.</summary>
/// <param name="Handling">The handling.</param>
/// <param name="Address">The page of its notice or mail.</param>
public sealed record HandlingView(Handling Handling, string Address) : Confidential
{
    /// <summary>Whether there is something to work on.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Whether notes can still be left: what its time is over of keeps none.</summary>
    public bool TakesNotes { get; init; } = true;

    /// <summary>A note that is being written.</summary>
    public string? Draft { get; init; }

    /// <summary>What colleagues did and noted.</summary>
    internal IEnumerable<TimelineItem> Steps(Visit visit) => Handling.Steps.Where(s => s.Kind != HandlingStepKind.Ended)
        .Select(s => new TimelineItem(s.At, visit.Labels[$"Handling.Step.{s.Kind}"], visit.NameOf(s.By), s.Text));
}
