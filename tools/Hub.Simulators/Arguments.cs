using System.Globalization;

namespace Hub.Simulators;

/// <summary>The command line: pairs of --name value.</summary>
public sealed record Arguments(string? Mailbox, string? Partner, string? Translator, string? Data, double Speed)
{
    public const string Usage = """
        Usage: Hub.Simulators [--mailbox-url URL] [--partner-url URL] [--translator-url URL] [--data FOLDER] [--speed N]
        Only the simulators whose address is given are started. --speed makes the mailbox's limits pass N times faster.
        """;

    private static readonly string[] Names = ["--mailbox-url", "--partner-url", "--translator-url", "--data", "--speed"];

    /// <summary>Reads the command line, or says what is wrong with it.</summary>
    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var given = new Dictionary<string, string>();
        for (var i = 0; i < args.Count; i += 2)
            given[Known(args[i])] = i + 1 < args.Count ? args[i + 1] : throw new ArgumentException($"{args[i]} has no value.");
        return new Arguments(
            given.GetValueOrDefault("--mailbox-url"), given.GetValueOrDefault("--partner-url"), given.GetValueOrDefault("--translator-url"),
            given.GetValueOrDefault("--data"), Faster(given.GetValueOrDefault("--speed", "1")));
    }

    private static string Known(string name) =>
        Names.Contains(name) ? name : throw new ArgumentException($"{name} is not an option; there are {string.Join(", ", Names)}.");

    private static double Faster(string speed) =>
        double.TryParse(speed, NumberStyles.Float, CultureInfo.InvariantCulture, out var times) && times > 0
            ? times
            : throw new ArgumentException($"--speed {speed} is not a number above zero.");
}
