using Hub.Notices;
using Hub.Pages.Rendering;
using Hub.Register.Json;

namespace Hub.Pages;

/// <summary>Lists of the Secretariat's pages as tables for programs.</summary>
public static class ConsoleCsv
{
    /// <summary>The media type of a table.</summary>
    public const string MediaType = CsvTable.MediaType;

    /// <summary>Notices.</summary>
    public static byte[] Notices(IEnumerable<NoticeSummary> notices) => CsvTable.Write(
        ["reference", "id", "state", "status", "kind", "channel", "officialRef", "sender", "receivedAt"],
        notices.Select(n => new[]
        {
            n.Reference(), n.Id, n.State.Value, n.Status.Code(), n.Kind?.Code() ?? "", n.Channel.Code(),
            n.OfficialRef ?? "", n.Sender, n.ReceivedAt.ToString("O"),
        }));
}
