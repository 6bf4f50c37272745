using Hub.Register.States;
using Hub.Work.Failures;

namespace Hub.Notices.Documents;

/// <summary>Where a file lies.</summary>
public enum Place
{
    /// <summary>What came in, unaltered.</summary>
    Originals,

    /// <summary>What was refused, or waits for the malware scan: for the Secretariat alone.</summary>
    Quarantine,

    /// <summary>What the hub or a person made of an original: translations.</summary>
    Documents,
}

/// <summary>What the malware scan says.</summary>
public enum ScanVerdict
{
    /// <summary>Nothing yet.</summary>
    Pending,

    /// <summary>No threat found.</summary>
    Clean,

    /// <summary>Malware.</summary>
    Malicious,

    /// <summary>It could not be scanned.</summary>
    Failed,
}

/// <summary>Where files are kept, each written once and never again (I1, I10).</summary>
public interface IFileStore
{
    /// <summary>Keeps a file; false where something is there already, which stays as it is.</summary>
    Task<bool> Keep(Place place, string path, Stream content, string mediaType, CancellationToken cancel);

    /// <summary>A file that can be read from any place; null where there is none.</summary>
    Task<Stream?> Open(Place place, string path, CancellationToken cancel);

    /// <summary>Takes a file away that lies somewhere else by now; nothing happens where there is none.</summary>
    Task Remove(Place place, string path, CancellationToken cancel);

    /// <summary>What the malware scan says of a file.</summary>
    Task<ScanVerdict> Verdict(Place place, string path, CancellationToken cancel);
}

/// <summary>Settings of documents.</summary>
/// <param name="AwaitScan">Whether files wait for the verdict of the storage account's malware scan.</param>
/// <param name="Speed">How many times faster than in earnest waits run.</param>
public sealed record DocumentSettings(bool AwaitScan = false, double Speed = 1)
{
    /// <summary>The languages that documents are translated into.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = Enum.GetValues<Language>();

    /// <summary>When work is begun again with which the process ended.</summary>
    public AttemptPolicy Attempts => new(Speed);
}
