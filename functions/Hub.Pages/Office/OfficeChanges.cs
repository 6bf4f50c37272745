using Hub.Pages.Console.Notices;
using Hub.Pages.Editions;
using Hub.Pages.Site;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;

namespace Hub.Pages.Office;

/// <summary>What changes make of the directory, as far as whoever reads it sees that.</summary>
internal static class OfficeChanges
{
    /// <summary>The fields that become others.</summary>
    public static IReadOnlyList<ChangeRow> Rows(IReadOnlyList<DirectoryChange> changes, Visit visit, NetworkCatalog networks)
    {
        var comparison = new ChangeComparison(visit.Labels, networks, DateOnly.FromDateTime(visit.Now.UtcDateTime));
        return [.. changes.SelectMany(c => comparison.Of(c with { Before = Shown(c.Before), After = Shown(c.After) }).Rows)];
    }

    // What the Secretariat alone sees is compared by nobody else.
    private static Authority? Shown(Authority? record) => record is null ? null : record with { Secretariat = new() };
}
