using System.Collections.Concurrent;
using Hub.Notices.Access;

namespace Hub.Functions.Directory;

/// <summary>How many errors a reader may report in an hour: enough for a directory, and no way to fill the Secretariat's desk.</summary>
public sealed class ReportLimit(TimeProvider clock)
{
    /// <summary>The most of one reader in an hour, on one instance.</summary>
    public const int Most = 10;

    private const int MostReaders = 10_000;
    private readonly ConcurrentDictionary<(string Reader, long Hour), int> _taken = new();

    /// <summary>Counts a report; false where it is one too many.</summary>
    public bool Take(Caller reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (_taken.Count >= MostReaders)
            _taken.Clear();
        return _taken.AddOrUpdate((reader.Name, clock.GetUtcNow().Ticks / TimeSpan.TicksPerHour), 1, (_, n) => n + 1) <= Most;
    }
}
