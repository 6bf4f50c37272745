namespace Hub.Pages.Site;

/// <summary>What the pages say of themselves.</summary>
public enum AboutTopic
{
    /// <summary>Who keeps the directory, and where to write.</summary>
    Contact,

    /// <summary>What is kept of whom.</summary>
    Privacy,

    /// <summary>For whom the pages work.</summary>
    Accessibility,
}
