using System.Runtime.InteropServices;

namespace Hub.Local.Running;

/// <summary>Ctrl-C, or a request to end from the system: kept until the hub has stopped in order.</summary>
internal sealed class StopSignal : IDisposable
{
    /// <summary>Of a program that was stopped, as shells have it: 128 and the number of the signal (SIGINT).</summary>
    public const int ExitCode = 130;

    private readonly CancellationTokenSource _asked = new();
    private readonly List<PosixSignalRegistration> _registrations;

    public StopSignal() =>
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }
            .Select(s => PosixSignalRegistration.Create(s, Keep))];

    public CancellationToken Token => _asked.Token;

    public bool IsAsked => _asked.IsCancellationRequested;

    public void Dispose()
    {
        _registrations.ForEach(r => r.Dispose());
        _asked.Dispose();
    }

    private void Keep(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _asked.Cancel();
    }
}
