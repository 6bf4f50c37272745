using System.Text.Json.Serialization;

namespace Hub.Notices.Recipients;

/// <summary>What a reader chose. It counts from the next mail that is begun, and for when that is due from the next event on.</summary>
public sealed record ReaderChoice(string Reader)
{
    /// <summary>What it wants.</summary>
    public ReadingPreferences Preferences { get; init; } = ReadingPreferences.Default;

    /// <summary>When it was last sent a fresh link, UTC.</summary>
    public DateTimeOffset? LinkRenewedAt { get; init; }

    /// <summary>How often the links that were sent to it were ended.</summary>
    public int LinkGeneration { get; init; }

    /// <summary>The store's mark of this version, for optimistic concurrency; null before the first.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }
}

/// <summary>Where the choices of readers are kept.</summary>
public interface IChoiceStore
{
    /// <summary>The choices of all that made one.</summary>
    Task<IReadOnlyList<ReaderChoice>> List(CancellationToken cancel);

    /// <summary>A reader's; the default where it made none.</summary>
    Task<ReaderChoice> Find(string reader, CancellationToken cancel);

    /// <summary>Writes one back; false where somebody else wrote it since it was read.</summary>
    Task<bool> Save(ReaderChoice choice, CancellationToken cancel);
}
