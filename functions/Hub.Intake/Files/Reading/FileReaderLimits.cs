namespace Hub.Intake.Files.Reading;

/// <summary>How much a file may take of the machine (I11).</summary>
public sealed record FileReaderLimits
{
    /// <summary>Processes that read at the same time.</summary>
    public int Processes { get; init; } = 2;

    /// <summary>Memory of a process over what it has before its first file.</summary>
    public long MostMemory { get; init; } = 150L * 1024 * 1024;

    /// <summary>Memory of .NET's own heap: the process ends itself at that.</summary>
    public long MostHeap { get; init; } = 160L * 1024 * 1024;

    /// <summary>Time of the processor.</summary>
    public TimeSpan MostProcessor { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time by the clock; a busy machine gives a file less of its processor.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>Bytes of an answer, over those of the file.</summary>
    public long MostAnswer { get; init; } = 32L * 1024 * 1024;

    /// <summary>Files that a process reads before another takes its place.</summary>
    public int MostFiles { get; init; } = 500;

    /// <summary>A process that keeps more than this over its beginning is replaced.</summary>
    public long MostKept { get; init; } = 96L * 1024 * 1024;

    /// <summary>How often a file is tried that ended its process; what took too much is not tried again.</summary>
    public int MostAttempts { get; init; } = 2;
}
