using System.Globalization;

namespace Hub.Broker;

/// <summary>The command line: pairs of --name value.</summary>
public sealed record Arguments(int Port, string Queues, TimeSpan? LockDuration)
{
    public const string Usage = """
        Usage: Hub.Broker --port N --queues FILE [--lock-seconds N]
        FILE is the queue catalogue, infra/queues.json. --lock-seconds takes the place of every queue's lockDuration.
        """;

    private static readonly string[] Names = ["--port", "--queues", "--lock-seconds"];

    /// <summary>Reads the command line, or says what is wrong with it.</summary>
    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var given = new Dictionary<string, string>();
        for (var i = 0; i < args.Count; i += 2)
            given[Known(args[i])] = i + 1 < args.Count ? args[i + 1] : throw new ArgumentException($"{args[i]} has no value.");
        return new Arguments(
            Number(Required(given, "--port")), Required(given, "--queues"),
            given.TryGetValue("--lock-seconds", out var seconds) ? Seconds(seconds) : null);
    }

    private static string Known(string name) =>
        Names.Contains(name) ? name : throw new ArgumentException($"{name} is not an option; there are {string.Join(", ", Names)}.");

    private static string Required(Dictionary<string, string> given, string name) =>
        given.TryGetValue(name, out var value) ? value : throw new ArgumentException($"{name} is missing.");

    private static int Number(string port) =>
        ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException($"--port {port} is not a port: a number from 1 to 65535 is wanted.");

    private static TimeSpan Seconds(string seconds) =>
        double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 300
            ? TimeSpan.FromSeconds(number)
            : throw new ArgumentException($"--lock-seconds {seconds}: a number above 0 is wanted, 300 at most, as in Azure.");
}
