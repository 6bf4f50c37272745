namespace Hub.Pages.Console.Frame;

/// <summary>A section of the Secretariat's pages, in the order in which they are shown.</summary>
public enum ConsoleSection
{
    /// <summary>What waits for somebody.</summary>
    Today,

    /// <summary>Notices.</summary>
    Notices,

    /// <summary>Mail that came in.</summary>
    Mails,

    /// <summary>The register.</summary>
    Records,

    /// <summary>Editions.</summary>
    Editions,

    /// <summary>Who gets mails.</summary>
    Recipients,

    /// <summary>Keys and people.</summary>
    People,

    /// <summary>What keeps the hub running.</summary>
    Operations,

    /// <summary>Numbers of months.</summary>
    Numbers,
}

/// <summary>Where sections are.</summary>
public static class ConsoleAddress
{
    /// <summary>The address of a section's first page.</summary>
    public static string Of(ConsoleSection section) =>
        section == ConsoleSection.Today ? "/console" : $"/console/{section.ToString().ToLowerInvariant()}";
}
