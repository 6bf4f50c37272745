using System.Globalization;

namespace Hub.Host;

/// <summary>The command line: pairs of --name value.</summary>
public sealed record Arguments(string App, int Port, string? Settings, TimeSpan Drain)
{
    public const string Usage = """
        Usage: dotnet Hub.Host.dll --app FOLDER --port PORT [--settings FILE] [--drain SECONDS]
          --app       the build output of a function app: the folder that holds worker.config.json
          --port      where functions with an HTTP trigger answer, on 127.0.0.1
          --settings  a local.settings.json; what is in the environment already goes before its Values
          --drain     how long what runs may go on after the host is asked to stop; 60 where it is not said
        """;

    private static readonly string[] Names = ["--app", "--port", "--settings", "--drain"];

    /// <summary>Reads the command line, or says what is wrong with it.</summary>
    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var given = new Dictionary<string, string>();
        for (var i = 0; i < args.Count; i += 2)
            given[Known(args[i])] = i + 1 < args.Count ? args[i + 1] : throw new ArgumentException($"{args[i]} has no value.");
        return new Arguments(
            Path.GetFullPath(Needed(given, "--app")), Number(given, "--port", 1, 65535), given.GetValueOrDefault("--settings"),
            given.ContainsKey("--drain") ? TimeSpan.FromSeconds(Number(given, "--drain", 0, 86400)) : TimeSpan.FromSeconds(60));
    }

    private static string Known(string name) =>
        Names.Contains(name) ? name : throw new ArgumentException($"{name} is not an option; there are {string.Join(", ", Names)}.");

    private static string Needed(Dictionary<string, string> given, string name) =>
        given.GetValueOrDefault(name) ?? throw new ArgumentException($"{name} is missing.");

    private static int Number(Dictionary<string, string> given, string name, int least, int most) =>
        int.TryParse(Needed(given, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
            ? number
            : throw new ArgumentException($"{name} {given[name]} is not a whole number from {least} to {most}.");
}
