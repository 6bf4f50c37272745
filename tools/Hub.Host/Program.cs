using System.Runtime.InteropServices;
using Hub.Host;

Arguments asked;
try
{
    asked = Arguments.Parse(args);
}
catch (ArgumentException error)
{
    Console.Error.WriteLine($"{error.Message}\n{Arguments.Usage}");
    return 2;
}

// The first signal lets what runs end, the second does not.
using var stop = new CancellationTokenSource();
using var stopAtOnce = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Signalled);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Signalled);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Signalled);
await using var log = new HostLog();
try
{
    await new FunctionHost(asked, log).Run(stop.Token, stopAtOnce.Token);
    return 0;
}
catch (HostException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

void Signalled(PosixSignalContext signal)
{
    signal.Cancel = true;
    (stop.IsCancellationRequested ? stopAtOnce : stop).Cancel();
}
