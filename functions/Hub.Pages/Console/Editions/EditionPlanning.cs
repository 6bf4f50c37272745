using Hub.Delivery.Editions.Planning;
using Hub.Delivery.Editions.Publishing;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Pages.Console.Editions;

/// <summary>An edition that is being planned, as somebody sees it who may have it published.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Plan">What would be published, to whom, and what is to be looked at first.</param>
/// <param name="Undecided">Notices that nobody has decided about, whose changes would be left out.</param>
/// <param name="Names">What to call the records, States and recipients that the plan names by their ids.</param>
public sealed record EditionPlanning(
    EditionId Edition, EditionPlan Plan, IReadOnlyList<Notice> Undecided, IReadOnlyDictionary<string, string> Names) : Confidential
{
    /// <summary>How many mails nobody has read yet.</summary>
    public int Unread { get; init; }

    /// <summary>How many mails wait for somebody to call back.</summary>
    public int Held { get; init; }

    /// <summary>Why a revision takes the place of the edition before.</summary>
    public string? Replaces { get; init; }

    /// <summary>The request that waits for a second person; null where nobody has asked.</summary>
    public PublicationRequest? Request { get; init; }

    /// <summary>Whether the reader of the page is the one who asked.</summary>
    public bool IsAsker { get; init; }

    /// <summary>What the reader typed.</summary>
    public string? Typed { get; init; }

    /// <summary>The address of a part of it as it would be: what a revision replaces stands in it.</summary>
    public string Preview(string part) => $"/console/editions/new/{part}?edition={Edition.Slug}"
        + (Replaces is null ? "" : $"&replaces={Uri.EscapeDataString(Replaces)}");
}

/// <summary>Which edition somebody wants to plan.</summary>
/// <param name="Candidates">Those that may come next.</param>
/// <param name="Chosen">The one that is chosen.</param>
/// <param name="Replaces">Why a revision takes the place of the edition before, as it was typed.</param>
public sealed record EditionDraft(IReadOnlyList<EditionId> Candidates, EditionId? Chosen, string? Replaces) : Confidential;

/// <summary>The mail that a recipient would get of an edition.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="States">The States that have recipients, by code and name.</param>
/// <param name="State">The one that is chosen.</param>
/// <param name="Recipients">Its recipients, by id and name.</param>
/// <param name="Recipient">The one that is chosen.</param>
/// <param name="Subject">The mail's subject.</param>
/// <param name="Text">Its text.</param>
public sealed record MailPreview(
    EditionId Edition, IReadOnlyList<(string Code, string Text)> States, string? State,
    IReadOnlyList<(string Code, string Text)> Recipients,
    string? Recipient, string? Subject, string? Text) : Confidential
{
    /// <summary>Why a revision takes the place of the edition before, as it was said.</summary>
    public string? Replaces { get; init; }
}
