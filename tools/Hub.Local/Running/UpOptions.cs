using Hub.LocalProcesses;

namespace Hub.Local.Running;

/// <summary>How a hub is to run.</summary>
/// <param name="Folder">Where its data are.</param>
/// <param name="Speed">How many times faster waits and limits pass.</param>
/// <param name="Ports">Its ports.</param>
/// <param name="Instances">How many times the functions run.</param>
/// <param name="Empty">Whether it is to stay without the sample register.</param>
public sealed record UpOptions(string Folder, double Speed, HubPorts Ports, int Instances, bool Empty)
{
    // Whoever tries the hub does not want to wait a quarter of an hour for a round of mails.
    private const double UsualSpeed = 120;

    internal static string DefaultFolder => Repository.PathTo(".hub");

    internal static UpOptions Read(IReadOnlyList<string> args)
    {
        var given = new Arguments(args, ["--data", "--speed", "--port-base", "--instances"], ["--empty"]);
        return new(
            Path.GetFullPath(given.Text("--data") ?? DefaultFolder),
            given.Number("--speed", UsualSpeed, 0.1, 1000),
            new((int)given.Number("--port-base", HubPorts.Usual, 4072, 60000)),
            (int)given.Number("--instances", 1, 1, 8),
            given.Has("--empty"));
    }
}
