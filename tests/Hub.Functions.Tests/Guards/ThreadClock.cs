using System.Runtime.InteropServices;

namespace Hub.Functions.Tests.Guards;

/// <summary>Processor time of the thread that asks: what else runs on the machine does not count.</summary>
internal static class ThreadClock
{
    private const int ThreadTime = 3;

    public static TimeSpan Now => GetTime(ThreadTime, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000)
        : throw new InvalidOperationException("This system does not count the time of threads.");

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
