using System.Diagnostics;

namespace Hub.Benchmarks;

/// <summary>The processor time that processes have used since a moment: what others do on the machine meanwhile does not count.</summary>
internal sealed class ProcessorTime
{
    private readonly int[] _processes;
    private readonly TimeSpan _before;

    public ProcessorTime(params int[] processes)
    {
        _processes = processes;
        _before = Of(processes);
    }

    public TimeSpan Spent => Of(_processes) - _before;

    /// <summary>What processes have used since they began.</summary>
    public static TimeSpan Of(params int[] processes) => processes.Aggregate(TimeSpan.Zero, (sum, id) =>
    {
        using var process = Process.GetProcessById(id);
        return sum + process.TotalProcessorTime;
    });
}
