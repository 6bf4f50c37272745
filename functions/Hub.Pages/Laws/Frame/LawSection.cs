namespace Hub.Pages.Laws.Frame;

/// <summary>The sections of the library.</summary>
public enum LawSection
{
    /// <summary>Finding a law.</summary>
    Find,

    /// <summary>State by State.</summary>
    States,

    /// <summary>Article by article.</summary>
    Articles,

    /// <summary>Region by region.</summary>
    Regions,
}
