using System.Net;
using System.Net.Sockets;

namespace Hub.Local.Running;

/// <summary>The ports of a hub on this machine: all shifted together.</summary>
/// <param name="Base">The port of the functions.</param>
public sealed record HubPorts(int Base)
{
    /// <summary>The port that Azure's own tools give functions.</summary>
    public const int Usual = 7071;

    private const int AzuriteUsual = 10000;

    private static readonly string[] Users =
        [
            "the functions", "the mailbox", "the partner", "the translator", "the broker", "Azurite's blobs", "Azurite's queues",
            "Azurite's tables",
        ];

    /// <summary>Functions, mailbox, partner, translator, broker, then Azurite's blobs, queues and tables.</summary>
    public IReadOnlyList<int> All =>
        [Base, Base + 9, Base + 10, Base + 11, Base + 12, .. Enumerable.Range(AzuriteUsual + Base - Usual, 3)];

    /// <summary>The hub's address.</summary>
    public Uri Hub => new($"http://127.0.0.1:{Base}/");

    /// <summary>The processes that listen on them, where that can be told.</summary>
    public IReadOnlyList<int> Listening() => [.. All.Select(PortOwner.Process).OfType<int>().Distinct()];

    /// <summary>Says which ports are taken, by whom, and what to do.</summary>
    /// <param name="folder">Where the hub's data are.</param>
    public void RequireFree(string folder)
    {
        var taken = All.Zip(Users).Where(p => !IsFree(p.First))
            .Select(p => $"Port {p.First} ({p.Second}) is taken{PortOwner.Of(p.First)}.").ToList();
        if (taken.Count > 0)
            throw new CommandException(
                string.Join('\n', taken),
                $"Stop what is listening there, or give the hub other ports, for example: {Commands.Up(folder, new(Base + 100))}");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
