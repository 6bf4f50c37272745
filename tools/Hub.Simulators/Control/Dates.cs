using System.Globalization;

namespace Hub.Simulators.Control;

/// <summary>How Microsoft's services write times: UTC, to the second.</summary>
public static class Dates
{
    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
