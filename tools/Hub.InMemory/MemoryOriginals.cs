using Hub.Notices;

namespace Hub.InMemory;

internal sealed class MemoryOriginals : IOriginalStore
{
    public Dictionary<string, byte[]> Kept { get; } = [];

    public Task Keep(string path, ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancel)
    {
        Kept.TryAdd(path, content.ToArray());
        return Task.CompletedTask;
    }

    public Task<Stream?> Open(string path, CancellationToken cancel) =>
        Task.FromResult<Stream?>(Kept.TryGetValue(path, out var bytes) ? new MemoryStream(bytes) : null);
}
