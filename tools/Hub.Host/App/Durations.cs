using System.Globalization;

namespace Hub.Host.App;

/// <summary>Durations as host.json and its like write them: hh:mm:ss.</summary>
public static class Durations
{
    /// <summary>Reads one, or says where it is wrong.</summary>
    public static TimeSpan Parse(string text, string where) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && duration >= TimeSpan.Zero
            ? duration
            : throw new HostException($"{where} is '{text}', which is no duration. Write hours, minutes and seconds: 00:05:00.");
}
