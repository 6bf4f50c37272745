namespace Hub.Functions.Editions;

/// <summary>Where an edition stands.</summary>
public enum EditionStatus
{
    /// <summary>It is closed, and not yet in the log.</summary>
    Frozen,

    /// <summary>It is in the log.</summary>
    Published,

    /// <summary>It was dropped, for good.</summary>
    Dropped,
}
