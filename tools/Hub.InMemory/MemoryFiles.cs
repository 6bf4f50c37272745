using Hub.Notices.Documents;

namespace Hub.InMemory;

/// <summary>Files in memory; the malware scan says what a test wants.</summary>
internal sealed class MemoryFiles : IFileStore
{
    public Dictionary<(Place, string), byte[]> Kept { get; } = [];

    public ScanVerdict Scan { get; set; } = ScanVerdict.Pending;

    /// <summary>What it says of single files.</summary>
    public Dictionary<string, ScanVerdict> Verdicts { get; } = [];

    public async Task<bool> Keep(Place place, string path, Stream content, string mediaType, CancellationToken cancel)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        return Kept.TryAdd((place, path), copy.ToArray());
    }

    public Task<Stream?> Open(Place place, string path, CancellationToken cancel) =>
        Task.FromResult<Stream?>(Kept.TryGetValue((place, path), out var bytes) ? new MemoryStream(bytes) : null);

    public Task Remove(Place place, string path, CancellationToken cancel)
    {
        Kept.Remove((place, path));
        return Task.CompletedTask;
    }

    public Task<ScanVerdict> Verdict(Place place, string path, CancellationToken cancel) =>
        Task.FromResult(Verdicts.GetValueOrDefault(path, Scan));
}
