using Hub.Delivery.Outbox;
using Hub.Work.Runner;

namespace Hub.Functions.Console.Numbers;

/// <summary>What is kept of mails, read once in a while: it is much, and numbers of months can be some minutes old.</summary>
public sealed class MailCounts(IDeliveryLog deliveries, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private Known? _read;

    /// <summary>The attempts and reports of all mails to missions and authorities.</summary>
    public async Task<IReadOnlyList<Attempt>> Read(CancellationToken cancel)
    {
        var now = clock.GetTimestamp();
        if (_read is not { } known || clock.GetElapsedTime(known.At, now) > Kept)
            _read = known = new(now, await deliveries.Since(MailChannel.ChannelName, 0, cancel));
        return known.Attempts;
    }

    private sealed record Known(long At, IReadOnlyList<Attempt> Attempts);
}
