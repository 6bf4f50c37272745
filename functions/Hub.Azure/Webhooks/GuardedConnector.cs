using System.Net;
using System.Net.Sockets;
using Hub.Delivery.Webhooks;

namespace Hub.Azure.Webhooks;

/// <summary>
/// Connects to a host of somebody else's choosing: all its addresses are checked, and those that were checked are tried, each a moment
/// after the one before, until one answers (RFC 8305).
/// </summary>
/// <param name="network">The network.</param>
/// <param name="allowLoopback">Whether this machine may be reached (development).</param>
internal sealed class GuardedConnector(IOutboundNetwork network, bool allowLoopback)
{
    /// <summary>How long looking up and connecting may take together.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(5);

    // So many that a host of two sites with both kinds of addresses is tried whole, so few that nobody is flooded by way of the hub.
    private const int MostTried = 16;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>A connection to the host; a <see cref="UnreachableException"/> says why there is none.</summary>
    public async ValueTask<Stream> Connect(DnsEndPoint host, CancellationToken cancel)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        within.CancelAfter(Within);
        var addresses = Checked(await Resolve(host.Host, within.Token, cancel));
        // What was kept before a port was closed does not go there either.
        if (!WebhookAddress.IsOpen(host.Port) && !addresses.All(IPAddress.IsLoopback))
            throw new UnreachableException($"webhooks do not go to port {host.Port} any more: change the address") { IsClosed = true };
        return await FirstOf([.. addresses.Take(MostTried).Select(a => new IPEndPoint(a, host.Port))], within, cancel);
    }

    private async Task<IReadOnlyList<IPAddress>> Resolve(string host, CancellationToken within, CancellationToken cancel)
    {
        try
        {
            return await network.Resolve(host, within);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new UnreachableException($"the host's name was not looked up within {Within.TotalSeconds:0} s");
        }
        catch (SocketException)
        {
            throw new UnreachableException("the host's name has no address");
        }
    }

    // One closed address among open ones is enough: a name that also stands for one behind the walls means no good.
    private IReadOnlyList<IPAddress> Checked(IReadOnlyList<IPAddress> addresses) => addresses switch
    {
        [] => throw new UnreachableException("the host's name has no address"),
        _ when addresses.All(a => PublicAddress.IsPublic(a) || (allowLoopback && IPAddress.IsLoopback(a))) => addresses,
        _ => throw new UnreachableException("the host has an address that is not of the public Internet") { IsClosed = true },
    };

    private async Task<Stream> FirstOf(IReadOnlyList<IPEndPoint> addresses, CancellationTokenSource within, CancellationToken cancel)
    {
        var (running, errors, next) = (new List<Task<Stream>>(), new List<Exception>(), 0);
        try
        {
            while (IsLeft() || running.Count > 0)
            {
                if (IsLeft())
                    running.Add(network.Connect(addresses[next++], within.Token));
                if (await Ended(running, isLast: !IsLeft(), within.Token) is not { } ended)
                    continue;
                running.Remove(ended);
                if (ended.IsCompletedSuccessfully)
                    return await ended;
                errors.Add(ended.Exception?.InnerException ?? new OperationCanceledException());
            }
        }
        finally
        {
            await within.CancelAsync();
            foreach (var late in running)
                _ = late.ContinueWith(Close, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        cancel.ThrowIfCancellationRequested();
        throw new UnreachableException(Reason(addresses.Count, errors));

        bool IsLeft() => next < addresses.Count && !within.IsCancellationRequested;
    }

    // The first that ends; null where none has for a moment and another address waits.
    private static async Task<Task<Stream>?> Ended(IReadOnlyCollection<Task<Stream>> running, bool isLast, CancellationToken within)
    {
        var first = Task.WhenAny(running);
        if (!isLast && await Task.WhenAny(first, Task.Delay(Pause, within)) != first && !within.IsCancellationRequested)
            return null;
        return await first;
    }

    private static void Close(Task<Stream> late)
    {
        // A connection that came too late, or an error that nobody waits for.
        if (late.IsCompletedSuccessfully)
            late.Result.Dispose();
        else
            _ = late.Exception;
    }

    private static string Reason(int tried, IReadOnlyList<Exception> errors)
    {
        var whom = tried == 1 ? "the host's address" : $"any of the host's {tried} addresses";
        return errors.All(e => e is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            ? $"no connection to {whom}: refused"
            : errors.Any(e => e is OperationCanceledException)
                ? $"no connection to {whom} within {Within.TotalSeconds:0} s"
                : $"no connection to {whom}: it cannot be reached";
    }
}

/// <summary>That there is no connection to a host, and why, without its address.</summary>
/// <param name="reason">Why.</param>
internal sealed class UnreachableException(string reason) : IOException(reason)
{
    /// <summary>Whether it is the hub that does not go there, whoever listens.</summary>
    public bool IsClosed { get; init; }
}
