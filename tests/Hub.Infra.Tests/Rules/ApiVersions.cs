namespace Hub.Infra.Tests.Rules;

/// <summary>
/// Which API versions are recent, as of Azure's published resource types of August 2026: at most two years old, or the newest stable one.
/// Bicep's linter asks the same of its own, newer list.
/// </summary>
internal static class ApiVersions
{
    private const string Oldest = "2024-08-20";

    // Older than two years, and yet there is no newer stable version.
    private static readonly Dictionary<string, string> Newest = new()
    {
        ["Microsoft.Authorization/roleAssignments"] = "2022-04-01",
        ["Microsoft.Authorization/locks"] = "2020-05-01",
        ["Microsoft.Insights/components"] = "2020-02-02",
        ["Microsoft.Insights/actionGroups"] = "2023-01-01",
        ["Microsoft.Insights/activityLogAlerts"] = "2020-10-01",
        ["Microsoft.Insights/webtests"] = "2022-06-15",
        ["Microsoft.Insights/workbooks"] = "2023-06-01",
        ["Microsoft.Network/privateDnsZones"] = "2024-06-01",
        ["Microsoft.Network/privateDnsZones/virtualNetworkLinks"] = "2024-06-01",
        ["Microsoft.Consumption/budgets"] = "2024-08-01",
    };

    public static bool IsRecent(string type, string version) => !version.Contains("preview", StringComparison.Ordinal)
        && (string.CompareOrdinal(version, Oldest) >= 0 || Newest.GetValueOrDefault(type) == version);
}
