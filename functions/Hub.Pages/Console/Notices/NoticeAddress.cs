using Hub.Notices.Search;
using Hub.Pages.Console.Colleagues;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;

namespace Hub.Pages.Console.Notices;

/// <summary>Addresses of lists of notices.</summary>
public static class NoticeAddress
{
    /// <summary>What is asked for in place of a status, for all.</summary>
    public const string All = "ALL";

    /// <summary>What is asked for: a status, those that are not done, all.</summary>
    public static string Standing(NoticeChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return choice.IsOpen ? NoticeChoice.Open : choice.Status?.Code() ?? All;
    }

    /// <summary>The address of the notices that somebody wants to see.</summary>
    public static string Of(NoticeChoice choice, HandsChoice? hands = null)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return PageRange.AddressOf(
            "/console/notices", ("status", choice.IsOpen ? null : Standing(choice)), ("state", choice.State?.Value),
            ("kind", choice.Kind?.Code()), ("channel", choice.Channel?.Code()), ("hands", hands?.Code()), ("text", choice.Text));
    }
}
