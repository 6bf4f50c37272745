using System.Globalization;
using Hub.Notices;
using Hub.Pages.Rendering;
using Hub.Register.Json;

namespace Hub.Pages;

/// <summary>Lists of the Secretariat's pages as tables for programs.</summary>
public static class ConsoleCsv
{
    /// <summary>The media type of a table.</summary>
    public const string MediaType = CsvTable.MediaType;

    /// <summary>A time as spreadsheets know it, UTC.</summary>
    internal static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Several values in a cell, on one line.</summary>
    internal static string List(IEnumerable<string> values) => string.Join("; ", values);

    /// <summary>Notices.</summary>
    public static byte[] Notices(IEnumerable<NoticeSummary> notices) => CsvTable.Write(
        ["reference", "id", "state", "status", "kind", "channel", "officialRef", "sender", "receivedAt"],
        notices.Select(n => new[]
        {
            n.Reference(), n.Id, n.State.Value, n.Status.Code(), n.Kind?.Code() ?? "", n.Channel.Code(),
            n.OfficialRef ?? "", n.Sender, Time(n.ReceivedAt),
        }));
}
