namespace Hub.Pages.Directory.Frame;

/// <summary>The sections of the directory.</summary>
public enum DirectorySection
{
    /// <summary>Finding an authority.</summary>
    Find,

    /// <summary>Who answers day and night.</summary>
    DayAndNight,

    /// <summary>State by State.</summary>
    States,

    /// <summary>Instrument by instrument.</summary>
    Instruments,

    /// <summary>How many States have designated somebody.</summary>
    Coverage,

    /// <summary>What changed.</summary>
    Changes,
}
