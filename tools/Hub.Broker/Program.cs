using System.Net.Sockets;
using System.Runtime.InteropServices;
using Hub.Broker;
using Hub.Broker.Catalogue;

Arguments asked;
IReadOnlyList<QueueSettings> queues;
try
{
    asked = Arguments.Parse(args);
    queues = QueueCatalogue.Read(asked.Queues);
}
catch (Exception error) when (error is ArgumentException or FormatException)
{
    Console.Error.WriteLine($"{error.Message}\n{Arguments.Usage}");
    return 2;
}

if (asked.LockDuration is { } duration)
    queues = [.. queues.Select(q => q with { LockDuration = duration })];
var broker = new BrokerHost(asked.Port, queues, TimeProvider.System);
try
{
    broker.Open();
}
catch (SocketException error)
{
    Console.Error.WriteLine($"The broker cannot listen on port {asked.Port}: {error.Message}. End what is there, or take another --port.");
    return 1;
}

var stopped = new TaskCompletionSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.TrySetResult();
}

using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
Console.WriteLine($"Broker ready on 127.0.0.1:{asked.Port}: {string.Join(", ", queues.Select(q => q.Name))}");
await stopped.Task;
broker.Close();
Console.WriteLine("Broker stopped");
return 0;
