using System.Globalization;
using Hub.Pages.Rendering;
using Hub.Register.Json;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Networks;

/// <summary>
/// Every membership on record, former and future ones included, one row each, with what must be known before relying on it.
/// </summary>
internal static class MembershipCsv
{
    private static readonly string[] Head =
    [
        "network", "acronym", "networkName", "listComplete", "networkStatus", "membersAre", "code", "state", "isJurisdiction", "role",
        "holdsToday", "validFrom", "validTo", "confidence", "lastVerifiedOn", "source",
    ];

    /// <summary>From the directory.</summary>
    public static byte[] Of(NetworkDirectory directory) => CsvTable.Write(
        Head,
        directory.Networks.SelectMany(
            n => directory.MembersOf(n.Id).Concat(directory.FormerAndFutureOf(n.Id)).Select(m => Row(n, m, directory))));

    private static string[] Row(Network network, Membership m, NetworkDirectory directory) =>
    [
        network.Id, network.Acronym, network.Name, Text(network.MembersComplete), network.Status.Code(), network.Members.Code(),
        m.State.Value, directory.States[m.State].Name(Language.English), Text(directory.States[m.State].IsJurisdiction), m.Role.Code(),
        Text(m.HoldsOn(directory.Day)), Text(m.ValidFrom), Text(m.ValidTo), m.Confidence.Code(), Text(m.LastVerifiedOn), m.Source,
    ];

    private static string Text(bool value) => value ? "yes" : "no";

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
