using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Intake.Inbox;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Colleagues;
using Hub.Notices.Outbox;
using Hub.Notices.Rules;
using Hub.Pages.Console.Colleagues;
using Hub.Pages.Console.Notices.Source;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;

namespace Hub.Pages.Console.Notices;

/// <summary>Everything that is shown of a notice.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="StateName">The name of its State, in the language of the page.</param>
/// <param name="Changes">
/// What it changed, once it is in the directory; before, what it would change of the register as it stands, and nothing where it could not
/// be approved as it is.
/// </param>
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

    /// <summary>What can be read in its files.</summary>
    public IReadOnlyList<SourceText> Texts { get; init; } = [];

    /// <summary>The mails that told its sender where it stands.</summary>
    public IReadOnlyList<OutboxMail> Told { get; init; } = [];

    /// <summary>The notice that it takes the place of: what was asked about stands there; null where there is none.</summary>
    public Notice? Earlier { get; init; }

    /// <summary>The text of the mail of that notice; null where it cannot be shown.</summary>
    public string? EarlierBody { get; init; }

    /// <summary>The notice that it repeats, or that took its place; null where there is none.</summary>
    public Notice? Linked { get; init; }

    /// <summary>The names of the records of its State, by their ids, in the language of the page.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The time zone of the authority that it is about, or of its State's; null where the records name none.</summary>
    public string? Zone { get; init; }

    /// <summary>How many reviewers have to approve it.</summary>
    public int Reviewers { get; init; } = 1;

    /// <summary>Why the reader of the page cannot take a decision; null where that is possible.</summary>
    public IReadOnlyDictionary<DecisionKind, NoticeRefusal?> WhyNot { get; init; } = new Dictionary<DecisionKind, NoticeRefusal?>();

    /// <summary>The records it is about, in the version that it was checked against and as they are now, where these differ.</summary>
    public IReadOnlyList<(Authority? Checked, Authority? Present)> Moved { get; init; } = [];

    /// <summary>The versions of the records as the page shows them, which an approval names.</summary>
    public IReadOnlyDictionary<string, int> Versions { get; init; } = new Dictionary<string, int>();

    /// <summary>What colleagues noted, and who works on it; null where nobody did anything.</summary>
    public Handling? Handling { get; init; }

    /// <summary>A note that is being written.</summary>
    public string? Draft { get; init; }

    /// <summary>The same as its page shows it.</summary>
    public HandlingView HandlingView => new(Handling ?? new() { Id = Notice.Id }, $"/console/notices/{Notice.Id}")
    {
        IsOpen = IsOpen, TakesNotes = !Notice.IsErased, Draft = Draft,
    };

    /// <summary>Whether something can still become of it.</summary>
    public bool IsOpen => Notice.Status is not (NoticeStatus.Committed or NoticeStatus.Rejected or NoticeStatus.Duplicate
        or NoticeStatus.Superseded or NoticeStatus.Closed);

    /// <summary>Whether it is in the directory.</summary>
    public bool IsDone => Notice.Sequence is not null;

    /// <summary>The day that it says it takes effect; null where it says none that can be read.</summary>
    public DateOnly? Effective => DayOf("effectiveFrom");

    /// <summary>The day of its note; null where it says none that can be read.</summary>
    public DateOnly? NoteDate => DayOf("noteDate");

    /// <summary>Where it stands, as a mark that changes with every decision and correction: who decides has seen it so.</summary>
    public string Mark =>
        $"{Notice.Status.Code()}-{Notice.Decisions.Count}-{Notice.Corrections.Count}-{Notice.ConfirmedBy is not null}-{Notice.Objection is not null}";

    private DateOnly? DayOf(string field) => Notice.Form[field] is JsonValue value && value.TryGetValue<string>(out var text)
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A decision that is being written.</summary>
/// <param name="Kind">What.</param>
/// <param name="Reason">Why, so far.</param>
/// <param name="Preview">The mail that its sender would get; null where it gets none, or nobody asked to see it.</param>
public sealed record DecisionDraft(DecisionKind Kind, string? Reason, string? Preview) : Confidential
{
    /// <summary>The same with a further sentence after what was typed.</summary>
    public DecisionDraft With(string sentence) =>
        Reason?.Contains(sentence, StringComparison.Ordinal) == true ? this : this with { Reason = $"{Reason}\n\n{sentence}".Trim() };
}
