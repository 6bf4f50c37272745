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
    public static byte[] Notices(IEnumerable<Notice> notices) => CsvTable.Write(
        ["reference", "id", "state", "status", "kind", "channel", "officialRef", "sender", "receivedAt"],
        notices.Select(n => new[]
        {
            n.Reference(), n.Id, n.State.Value, n.Status.Code(), n.Form["kind"]?.ToString() ?? "", n.Mail is null ? "API" : "MAIL",
            n.Form["officialRef"]?.ToString() ?? "", n.Sender.Name, n.ReceivedAt.ToString("O"),
        }));
}
