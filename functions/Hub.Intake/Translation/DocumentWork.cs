using System.Text.Json.Serialization;
using Hub.Intake.Files.Text;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Intake.Translation;

/// <summary>Where the work on a document stands.</summary>
public enum WorkState
{
    /// <summary>To be done at its due time.</summary>
    Waiting,

    /// <summary>Done by the hub.</summary>
    Done,

    /// <summary>Done by a person, whose work stands first.</summary>
    Human,

    /// <summary>The hub cannot do it; a person can.</summary>
    Impossible,
}

/// <summary>Work on a document: reading it, or translating it into one language.</summary>
public sealed record DocumentWork : Confidential
{
    /// <summary>The ids of the work of reading a notice's documents.</summary>
    public static IEnumerable<string> ToRead(Notice notice) => notice.Files.Select((_, i) => $"{notice.Id}/{i + 1}");

    /// <summary>The notice.</summary>
    public required string Notice { get; init; }

    /// <summary>The document's number in it, from 1.</summary>
    public required int N { get; init; }

    /// <summary>The language to translate into; null for reading.</summary>
    public Language? Into { get; init; }

    /// <summary>Where it stands.</summary>
    public WorkState State { get; init; }

    /// <summary>When the hub must next do something; null where there is nothing.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>
    /// How often it was begun since it last ended in any way; counted before, so that what ends the process is counted too.
    /// </summary>
    public int Begun { get; init; }

    /// <summary>When it was begun the first time since, UTC.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>How often it failed by an error of the hub's own: such an attempt has ended, and is not among those begun.</summary>
    public int Errors { get; init; }

    /// <summary>Failures so far.</summary>
    public int Attempts { get; init; }

    /// <summary>When the first of them was.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Why it is impossible or still waiting, in words.</summary>
    public string? Reason { get; init; }

    /// <summary>What reading found: what there is to read.</summary>
    public Legibility? Legibility { get; init; }

    /// <summary>The language it is in; null where that is not certain.</summary>
    public Language? From { get; init; }

    /// <summary>How certain, from 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>What is wrong with its characters.</summary>
    public IReadOnlyList<Damage> Damage { get; init; } = [];

    /// <summary>How a translation came to be.</summary>
    public TranslationRecord? Record { get; init; }

    /// <summary>Addresses and numbers of the original that the translation lacks (V21): a person had better look.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The store's mark of this version.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>Its id: what a queue message carries.</summary>
    [JsonIgnore]
    public string Id => Into is { } language ? $"{Notice}/{N}/{language.Code()}" : $"{Notice}/{N}";
}

/// <summary>How a translation came to be (I10).</summary>
/// <param name="Engine">By what, or by whom.</param>
/// <param name="Glossary">The version of the glossary; null without one.</param>
/// <param name="At">When, UTC.</param>
/// <param name="SourceSha256">SHA-256 of the original, hexadecimal.</param>
/// <param name="Sha256">SHA-256 of the translation, hexadecimal.</param>
/// <param name="Blob">Where it is among the documents.</param>
/// <param name="Kind">What it is.</param>
public sealed record TranslationRecord(
    string Engine, string? Glossary, DateTimeOffset At, string SourceSha256, string Sha256, string Blob, DocumentKind Kind) : Confidential;

/// <summary>Where the work on documents is kept.</summary>
public interface IDocumentWorkStore
{
    /// <summary>Adds work; nothing happens where it is there already.</summary>
    Task Add(DocumentWork work, CancellationToken cancel);

    /// <summary>Work by its id.</summary>
    Task<DocumentWork?> Find(string id, CancellationToken cancel);

    /// <summary>Writes work back; null where somebody else wrote it since it was read.</summary>
    Task<DocumentWork?> Save(DocumentWork work, CancellationToken cancel);

    /// <summary>All work on a notice's documents.</summary>
    Task<IReadOnlyList<DocumentWork>> Of(string notice, CancellationToken cancel);

    /// <summary>The ids of the work that is due by now.</summary>
    Task<IReadOnlyList<string>> Due(DateTimeOffset now, CancellationToken cancel);
}
