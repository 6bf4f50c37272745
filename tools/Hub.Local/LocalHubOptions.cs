namespace Hub.Local;

/// <summary>How a hub on this machine runs.</summary>
public sealed record LocalHubOptions
{
    /// <summary>Where its data stay between two runs; null keeps them in memory.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// Fixed ports, so that its addresses are the same at each start: functions, mailbox, partner, translator, broker, then Azurite's
    /// three.
    /// </summary>
    public IReadOnlyList<int>? Ports { get; init; }

    /// <summary>How many times faster than in earnest waits and Exchange's limits run.</summary>
    public double Speed { get; init; } = 60;

    /// <summary>How many times the functions run on the same storage and queues, as instances do in Azure.</summary>
    public int Instances { get; init; } = 1;

    /// <summary>The folder of another build of the functions than the one beside this.</summary>
    public string? Functions { get; init; }

    /// <summary>By how much each instance's clock is wrong, as a machine's may be; those that are not named are right.</summary>
    public IReadOnlyList<TimeSpan> ClocksWrongBy { get; init; } = [];

    /// <summary>When Sweep runs (NCRONTAB).</summary>
    public string SweepSchedule { get; init; } = "* * * * * *";

    /// <summary>When WakeChannels runs; null for as often as Sweep.</summary>
    public string? WakeSchedule { get; init; }

    /// <summary>Seconds for which a run that died holds its cursor up.</summary>
    public double LeaseSeconds { get; init; } = 5;

    /// <summary>Seconds for which a queue message that died with its function stays hidden.</summary>
    public double LockSeconds { get; init; } = 5;

    /// <summary>Whether Azurite writes a line for each request, so that storage operations can be counted.</summary>
    public bool LogStorage { get; init; }

    /// <summary>Whether an empty register begins with the memberships of networks that come with the hub.</summary>
    public bool SeedNetworks { get; init; }

    /// <summary>Whether a library without a law begins with those that come with the hub.</summary>
    public bool SeedLaws { get; init; }

    /// <summary>Whether the addresses of laws are looked at.</summary>
    public bool CheckLinks { get; init; }

    /// <summary>Another translator than the simulator's.</summary>
    public Uri? Translator { get; init; }

    /// <summary>Further settings of the functions.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
