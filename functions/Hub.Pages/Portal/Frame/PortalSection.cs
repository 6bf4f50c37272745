namespace Hub.Pages.Portal.Frame;

/// <summary>A section of the partners' pages, in the order in which they are shown.</summary>
public enum PortalSection
{
    /// <summary>Where a partner is told of changes.</summary>
    Endpoints,

    /// <summary>What it is told.</summary>
    Events,

    /// <summary>How it checks that what it is told is the directory's.</summary>
    Signatures,

    /// <summary>Whether it holds what everybody holds.</summary>
    Integrity,

    /// <summary>States that say they belong to a network.</summary>
    Claims,

    /// <summary>The public pages of the partner's network.</summary>
    Pages,
}

/// <summary>Where pages of the portal are.</summary>
public static class PortalAddress
{
    /// <summary>The first page.</summary>
    public const string Root = "/partners";

    /// <summary>The address of a section's first page.</summary>
    public static string Of(PortalSection section) =>
        section == PortalSection.Endpoints ? Root : $"{Root}/{section.ToString().ToLowerInvariant()}";

    /// <summary>The address of an endpoint's page, or of one below it.</summary>
    public static string Endpoint(string id, string below = "") => $"{Root}/endpoints/{Uri.EscapeDataString(id)}{below}";
}
