using System.Text.RegularExpressions;
using Hub.Simulators.Mailbox.Graph;

namespace Hub.Simulators.Mailbox.Messages;

/// <summary>What $expand asks to be shown with a message: extended properties by id, attachments.</summary>
public sealed partial class MessageExpand
{
    public MessageExpand(string expand)
    {
        var rest = Properties().Replace(expand, properties =>
        {
            ExtendedProperties = [.. Ids().Matches(properties.Groups[1].Value).Select(i => i.Groups[1].Value)];
            return "";
        });
        foreach (var word in rest.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Attachments = word == "attachments" ? true : throw GraphException.NotSimulated($"$expand={word}");
    }

    public IReadOnlyList<string> ExtendedProperties { get; private set; } = [];

    public bool Attachments { get; }

    [GeneratedRegex(@"singleValueExtendedProperties\(\$filter=([^)]*)\)", RegexOptions.IgnoreCase)]
    private static partial Regex Properties();

    [GeneratedRegex(@"id eq '([^']+)'", RegexOptions.IgnoreCase)]
    private static partial Regex Ids();
}
