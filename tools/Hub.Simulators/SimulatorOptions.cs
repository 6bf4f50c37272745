namespace Hub.Simulators;

/// <summary>What every simulator is started with.</summary>
public sealed record SimulatorOptions(string Url)
{
    /// <summary>The folder its journal is kept in; null keeps everything in memory.</summary>
    public string? Folder { get; init; }

    /// <summary>How many times faster than real time the limits' windows pass. Dates stay true.</summary>
    public double Speed { get; init; } = 1;

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
