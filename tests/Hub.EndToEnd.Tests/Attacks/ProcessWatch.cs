using System.Collections.Concurrent;
using System.Globalization;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Attacks;

/// <summary>Watches what the functions and the processes that read files take while something is done to them.</summary>
internal sealed class ProcessWatch : IAsyncDisposable
{
    /// <summary>For each process that reads files: what it needs to start, and what a file may take.</summary>
    public const long MostMemory = 400L * 1024 * 1024;

    /// <summary>For the functions: half of an instance in Azure, whose other half is the host's and the readers'.</summary>
    public const long MostOfFunctions = 1024L * 1024 * 1024;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly RunningHub _hub;
    private readonly int _functions;
    private readonly ConcurrentDictionary<int, long> _readers = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;

    public ProcessWatch(RunningHub hub)
    {
        (_hub, _functions) = (hub, hub.Local.Functions.Process);
        _watching = Watch();
    }

    /// <summary>The most memory that the functions had, in bytes.</summary>
    public long Functions => PeakOf(_functions);

    /// <summary>The most that one of the processes had that read files.</summary>
    public long Readers => _readers.Values.DefaultIfEmpty(0).Max();

    /// <summary>How many processes read files.</summary>
    public int ReadersSeen => _readers.Count;

    /// <summary>The functions run as the same process as in the beginning: nothing ended it.</summary>
    public void FunctionsAreTheSame() => Assert.Equal(_functions, _hub.Local.Functions.Process);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task Watch()
    {
        while (!_stop.IsCancellationRequested)
        {
            foreach (
                var reader in Processes
                    .ChildrenOf(_functions)
                    .Where(p => Processes.CommandLine(p).Contains("Hub.FileReader", StringComparison.Ordinal)))
                _readers.AddOrUpdate(reader, PeakOf, (id, most) => Math.Max(most, PeakOf(id)));
            await Task.Delay(Look, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static long PeakOf(int process)
    {
        var line = Processes.Read(process, "status").Split('\n').FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line is null
            ? 0
            : long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
