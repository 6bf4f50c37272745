using System.Text.RegularExpressions;
using Hub.Delivery.NetworkPages;
using Hub.Delivery.Outbox;
using Hub.Delivery.Webhooks;
using Hub.Intake.Inbox.Channel;

namespace Hub.Infra.Tests;

/// <summary>What the functions say in the log when something is wrong.</summary>
internal static partial class Saying
{
    private static readonly string[] Channels =
    [
        OutboxSender.ChannelName,
        MailChannel.ChannelName,
        WebhookChannel.ChannelName,
        NetworkPagesChannel.ChannelName,
        InboxChannel.ChannelName,
    ];

    public static IReadOnlyList<string> All { get; } = [.. Sources.Functions.SelectMany(In)];

    /// <summary>What a text of C# says, with the names of channels in place.</summary>
    public static IEnumerable<string> In(string source) =>
        from match in Log().Matches(source)
        from channel in Channels
        select match.Groups[1].Value.Replace("{Channel}", channel, StringComparison.Ordinal);

    [GeneratedRegex(@"\.Log(?:Warning|Error|Critical)\(\s*""([^""]+)""")]
    private static partial Regex Log();
}
