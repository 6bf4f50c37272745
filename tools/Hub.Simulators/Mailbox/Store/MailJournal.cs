using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Simulators.Control;

namespace Hub.Simulators.Mailbox.Store;

/// <summary>Writes each change of the mailboxes down, and reads them back at start. An attachment's content is written once.</summary>
public sealed class MailJournal(Journal journal)
{
    private readonly Dictionary<string, byte[]> _contents = [];

    public void Replay(MailState state)
    {
        journal.Replay(line => Apply(state, line));
        Store(state);
    }

    public void Clear(MailState state)
    {
        journal.Clear();
        _contents.Clear();
        Store(state);
    }

    public void Put(MailMessage message) => journal.Append(new JsonObject
    {
        ["kind"] = "message",
        ["mailbox"] = message.Mailbox,
        ["immutableId"] = message.ImmutableId,
        ["mutableId"] = message.MutableId,
        ["folderId"] = message.FolderId,
        ["change"] = message.Change,
        ["properties"] = message.Properties.DeepClone(),
        ["attachments"] = new JsonArray([.. message.Attachments.Select(Attachment)]),
    });

    public void Removed(MailMessage message, long change) => journal.Append(new JsonObject
    {
        ["kind"] = "removed", ["mailbox"] = message.Mailbox, ["immutableId"] = message.ImmutableId, ["change"] = change,
    });

    public void Folder(string mailbox, MailFolder folder) => journal.Append(new JsonObject
    {
        ["kind"] = "folder", ["mailbox"] = mailbox, ["id"] = folder.Id, ["displayName"] = folder.DisplayName,
    });

    public void Subscribed(Subscription subscription) => journal.Append(new JsonObject
    {
        ["kind"] = "subscription", ["value"] = JsonSerializer.SerializeToNode(subscription, Json.Web),
    });

    public void Unsubscribed(string id) => journal.Append(new JsonObject { ["kind"] = "unsubscribed", ["id"] = id });

    private void Store(MailState state) => journal.Append(new JsonObject { ["kind"] = "store", ["id"] = state.StoreId });

    private JsonObject Attachment(MailAttachment attachment)
    {
        var hash = Convert.ToHexString(SHA256.HashData(attachment.Content));
        if (_contents.TryAdd(hash, attachment.Content))
            journal.Append(
                new JsonObject { ["kind"] = "content", ["hash"] = hash, ["bytes"] = Convert.ToBase64String(attachment.Content) });
        var json = attachment.ToJson(content: false);
        json["hash"] = hash;
        return json;
    }

    private void Apply(MailState state, JsonObject line)
    {
        string Text(string name) => line[name]!.GetValue<string>();
        switch (Text("kind"))
        {
            case "store": state.StoreId = Text("id"); break;
            case "content": _contents[Text("hash")] = Convert.FromBase64String(Text("bytes")); break;
            case "message": state.Put(Message(line)); break;
            case "removed": state.Remove(Text("mailbox"), Text("immutableId"), line["change"]!.GetValue<long>()); break;
            case "folder": Folders(state, Text("mailbox")).Add(new MailFolder(Text("id"), Text("displayName"))); break;
            case "subscription": Subscribe(state, line["value"].Deserialize<Subscription>(Json.Web)!); break;
            case "unsubscribed": state.Subscriptions.Remove(Text("id")); break;
            case var other: throw new InvalidDataException($"The journal holds a change of an unknown kind: {other}.");
        }
    }

    private static void Subscribe(MailState state, Subscription subscription) => state.Subscriptions[subscription.Id] = subscription;

    private static List<MailFolder> Folders(MailState state, string mailbox) =>
        state.Folders.TryGetValue(mailbox, out var folders) ? folders : state.Folders[mailbox] = [];

    private MailMessage Message(JsonObject line) => new(
        line["mailbox"]!.ToString(), line["immutableId"]!.ToString(), line["mutableId"]!.ToString(), line["folderId"]!.ToString(),
        (JsonObject)line["properties"]!.DeepClone())
    {
        Change = line["change"]!.GetValue<long>(),
        Attachments = [.. line["attachments"]!.AsArray().Select(a => a!.AsObject()).Select(
            a => MailAttachment.FromJson(a) with { Id = a["id"]!.ToString(), Content = _contents[a["hash"]!.ToString()] })],
    };
}
