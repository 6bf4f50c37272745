using Hub.Notices.AccessLinks;

namespace Hub.Rules.Tests.Builders;

/// <summary>A key that is always the same.</summary>
internal sealed class FixedAccessLinkKey : IAccessLinkKey
{
    public static byte[] Key { get; } = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public ValueTask<ReadOnlyMemory<byte>> Get(CancellationToken cancel) => new(Key);
}
