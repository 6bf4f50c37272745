using Hub.Register.Json;

namespace Hub.Pages.Console.Notices;

/// <summary>Addresses of lists of notices.</summary>
public static class NoticeAddress
{
    /// <summary>The address of the notices that somebody wants to see.</summary>
    public static string Of(NoticeChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var chosen = new (string Name, string? Value)[]
        {
            ("status", choice.Status == NoticeChoice.Open ? null : choice.Status), ("state", choice.State?.Value),
            ("kind", choice.Kind?.Code()), ("channel", choice.Channel?.Code()), ("text", choice.Text),
        };
        var query = string.Join('&', chosen.Where(c => c.Value is not null).Select(c => $"{c.Name}={Uri.EscapeDataString(c.Value!)}"));
        return query.Length == 0 ? "/console/notices" : $"/console/notices?{query}";
    }
}
