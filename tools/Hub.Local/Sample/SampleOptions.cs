namespace Hub.Local.Sample;

/// <summary>What to put into a sample register.</summary>
public sealed record SampleOptions
{
    /// <summary>How many States designate authorities: all 89, or the first of them for tests.</summary>
    public int States { get; init; } = SampleData.States.Count;

    /// <summary>The same seed makes the same register.</summary>
    public int Seed { get; init; } = 2010;

    /// <summary>How many permanent missions read the directory: of all States, or of the first.</summary>
    public int Missions { get; init; } = int.MaxValue;
}
