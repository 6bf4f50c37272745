using System.Text.RegularExpressions;

namespace Hub.Simulators.Control;

/// <summary>Patterns of requests: * is one segment, ** any number of them.</summary>
public static class Glob
{
    public static Regex Compile(string pattern) => new(
        $"^{Regex.Escape(pattern).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/ ]*", StringComparison.Ordinal)}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
