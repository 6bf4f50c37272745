using Hub.Intake.Inbox;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Rules;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;

namespace Hub.Pages.Console.Notices;

/// <summary>Everything that is shown of a notice.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="StateName">The name of its State, in the language of the page.</param>
/// <param name="Changes">What it would change of the register as it stands; none where it could not be approved as it is.</param>
/// <param name="Networks">The networks.</param>
public sealed record NoticeDetail(
    Notice Notice, string StateName, IReadOnlyList<DirectoryChange> Changes, NetworkCatalog Networks) : Confidential
{
    /// <summary>The mail that it came by; null where it came by the API, or where the mail is gone.</summary>
    public MailRecord? Mail { get; init; }

    /// <summary>When it went into the directory, UTC; null where it has not.</summary>
    public DateTimeOffset? CommittedAt { get; init; }

    /// <summary>The text of that mail; null where it cannot be shown.</summary>
    public string? Body { get; init; }

    /// <summary>The work on its files: reading and translating them.</summary>
    public IReadOnlyList<DocumentWork> Works { get; init; } = [];

    /// <summary>Why the reader of the page cannot take a decision; null where that is possible.</summary>
    public IReadOnlyDictionary<DecisionKind, NoticeRefusal?> WhyNot { get; init; } = new Dictionary<DecisionKind, NoticeRefusal?>();

    /// <summary>The records it is about, in the version that it was checked against and as they are now, where these differ.</summary>
    public IReadOnlyList<(Authority? Checked, Authority? Present)> Moved { get; init; } = [];

    /// <summary>The versions of the records as the page shows them, which an approval names.</summary>
    public IReadOnlyDictionary<string, int> Versions { get; init; } = new Dictionary<string, int>();

    /// <summary>Where it stands, as a mark that changes with every decision and correction: who decides has seen it so.</summary>
    public string Mark =>
        $"{Notice.Status.Code()}-{Notice.Decisions.Count}-{Notice.Corrections.Count}-{Notice.ConfirmedBy is not null}";
}

/// <summary>A decision that is being written.</summary>
/// <param name="Kind">What.</param>
/// <param name="Reason">Why, so far.</param>
/// <param name="Preview">The mail that its sender would get; null where it gets none, or nobody asked to see it.</param>
public sealed record DecisionDraft(DecisionKind Kind, string? Reason, string? Preview) : Confidential;
