using Hub.Local.Running;

namespace Hub.Local;

/// <summary>Commands for a person to paste: with the options without which they would mean another hub.</summary>
internal static class Commands
{
    /// <summary>A command for the hub whose data are in a folder.</summary>
    public static string On(string folder, string command) =>
        folder == UpOptions.DefaultFolder ? command : $"{command} --data {Quoted(folder)}";

    /// <summary>What starts this hub.</summary>
    public static string Up(string folder, HubPorts ports) =>
        On(folder, "./hub up") + (ports.Base == HubPorts.Usual ? "" : $" --port-base {ports.Base}");

    /// <summary>A value as a shell takes it.</summary>
    public static string Quoted(string value) => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || "/._-:@+,=".Contains(c))
        ? value
        : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>A number of things, in the right form.</summary>
    public static string Count(long number, string one, string? many = null) => number == 1 ? $"1 {one}" : $"{number} {many ?? $"{one}s"}";
}
