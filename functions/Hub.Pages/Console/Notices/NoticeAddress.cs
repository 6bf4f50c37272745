using Hub.Pages.Console.Lists;
using Hub.Register.Json;

namespace Hub.Pages.Console.Notices;

/// <summary>Addresses of lists of notices.</summary>
public static class NoticeAddress
{
    /// <summary>The address of the notices that somebody wants to see.</summary>
    public static string Of(NoticeChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return PageRange.AddressOf(
            "/console/notices", ("status", choice.Status == NoticeChoice.Open ? null : choice.Status), ("state", choice.State?.Value),
            ("kind", choice.Kind?.Code()), ("channel", choice.Channel), ("text", choice.Text));
    }
}
