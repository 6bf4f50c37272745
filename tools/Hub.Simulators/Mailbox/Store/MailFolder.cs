using System.Text.Json.Nodes;

namespace Hub.Simulators.Mailbox.Store;

/// <summary>A folder of a mailbox. The well-known ones are there from the start and answer to their names.</summary>
public sealed record MailFolder(string Id, string DisplayName)
{
    public const string Inbox = "inbox";
    public const string Drafts = "drafts";
    public const string SentItems = "sentitems";

    public static IReadOnlyList<MailFolder> WellKnown { get; } =
    [
        new(Inbox, "Inbox"), new(Drafts, "Drafts"), new(SentItems, "Sent Items"), new("deleteditems", "Deleted Items"),
        new("archive", "Archive"), new("junkemail", "Junk Email"), new("outbox", "Outbox"),
    ];

    public JsonObject ToJson(int total, int unread) => new()
    {
        ["id"] = Id,
        ["displayName"] = DisplayName,
        ["parentFolderId"] = "msgfolderroot",
        ["childFolderCount"] = 0,
        ["unreadItemCount"] = unread,
        ["totalItemCount"] = total,
        ["isHidden"] = false,
    };
}
