using System.Text.Json.Nodes;
using Hub.Simulators.Mailbox.Graph;

namespace Hub.Simulators.Mailbox.Store;

/// <summary>The mailboxes: any address has one. Every change is numbered, written down and told.</summary>
public sealed class MailStore
{
    private readonly Lock _lock = new();
    private readonly MailState _state = new();
    private readonly MailJournal _journal;

    public MailStore(MailJournal journal)
    {
        _journal = journal;
        _journal.Replay(_state);
    }

    /// <summary>Told of each message that arrives in an inbox.</summary>
    public event Action<MailMessage>? Arrived;

    public string StoreId => Read(state => state.StoreId);

    public T Read<T>(Func<MailState, T> read)
    {
        lock (_lock)
            return read(_state);
    }

    public MailMessage Add(string mailbox, string folder, JsonObject properties, IReadOnlyList<MailAttachment>? attachments = null)
    {
        var message = Put(
            new MailMessage(mailbox, Ids.New("AAkALg"), Ids.New("AAMkAD"), folder, properties) { Attachments = attachments ?? [] });
        if (folder == MailFolder.Inbox)
            Arrived?.Invoke(message);
        return message;
    }

    public MailMessage Put(MailMessage message)
    {
        lock (_lock)
        {
            message = message with { Change = _state.Change + 1 };
            _state.Put(message);
            _journal.Put(message);
            return message;
        }
    }

    /// <summary>Changes a message that is there, as it is at that moment.</summary>
    public MailMessage Update(string mailbox, string id, Func<MailMessage, MailMessage> change)
    {
        lock (_lock)
            return Put(change(Get(mailbox, id)));
    }

    public MailMessage Get(string mailbox, string id)
    {
        lock (_lock)
        {
            var messages = _state.Of(mailbox);
            return messages.TryGetValue(id, out var message)
                ? message
                : messages.Values.FirstOrDefault(m => m.HasId(id)) ?? throw GraphException.NoItem();
        }
    }

    public void Remove(string mailbox, string id)
    {
        lock (_lock)
        {
            var message = Get(mailbox, id);
            _state.Remove(mailbox, message.ImmutableId, _state.Change + 1);
            _journal.Removed(message, _state.Change);
        }
    }

    /// <summary>The messages of a mailbox, or of one of its folders.</summary>
    public IReadOnlyList<MailMessage> List(string mailbox, string? folder = null)
    {
        lock (_lock)
            return [.. _state.Of(mailbox).Values.Where(m => folder is null || m.FolderId == folder)];
    }

    public IReadOnlyList<MailFolder> Folders(string mailbox) =>
        Read(state => (MailFolder[])[.. MailFolder.WellKnown, .. state.Folders.GetValueOrDefault(mailbox) ?? []]);

    public MailFolder Folder(string mailbox, string idOrName) =>
        Folders(mailbox).FirstOrDefault(f => string.Equals(f.Id, idOrName, StringComparison.OrdinalIgnoreCase))
        ?? throw GraphException.NoFolder(idOrName);

    public MailFolder AddFolder(string mailbox, string name)
    {
        if (Folders(mailbox).Any(f => string.Equals(f.DisplayName, name, StringComparison.OrdinalIgnoreCase)))
            throw new GraphException(409, "ErrorFolderExists", "A folder with the specified name already exists.");
        var folder = new MailFolder(Ids.New("AAMkAF"), name);
        lock (_lock)
        {
            _state.Folders.TryAdd(mailbox, []);
            _state.Folders[mailbox].Add(folder);
            _journal.Folder(mailbox, folder);
        }
        return folder;
    }

    public void Subscribe(Subscription subscription)
    {
        lock (_lock)
        {
            _state.Subscriptions[subscription.Id] = subscription;
            _journal.Subscribed(subscription);
        }
    }

    public bool Unsubscribe(string id)
    {
        lock (_lock)
        {
            _journal.Unsubscribed(id);
            return _state.Subscriptions.Remove(id);
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _state.Clear();
            _journal.Clear(_state);
        }
    }
}
