using Hub.Simulators.Mailbox.Graph;

namespace Hub.Simulators.Mailbox.Store;

/// <summary>Everything the mailboxes hold, in memory.</summary>
public sealed class MailState
{
    /// <summary>Told apart from the store before a reset, so that its delta tokens are refused.</summary>
    public string StoreId { get; set; } = Ids.New("");

    public long Change { get; set; }

    /// <summary>Messages by immutable id, by mailbox.</summary>
    public SortedDictionary<string, Dictionary<string, MailMessage>> Messages { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<MailFolder>> Folders { get; } = [];

    public List<Departure> Departures { get; } = [];

    public Dictionary<string, Subscription> Subscriptions { get; } = [];

    public Dictionary<string, MailMessage> Of(string mailbox)
    {
        if (!Messages.TryGetValue(mailbox, out var messages))
            Messages[mailbox] = messages = [];
        return messages;
    }

    /// <summary>Puts a message in, noting the folder it left.</summary>
    public void Put(MailMessage message)
    {
        Change = Math.Max(Change, message.Change);
        var messages = Of(message.Mailbox);
        if (messages.TryGetValue(message.ImmutableId, out var before) && before.FolderId != message.FolderId)
            Depart(before, message.Change);
        messages[message.ImmutableId] = message;
    }

    public void Remove(string mailbox, string immutableId, long change)
    {
        Change = Math.Max(Change, change);
        if (Of(mailbox).Remove(immutableId, out var before))
            Depart(before, change);
    }

    public void Clear()
    {
        StoreId = Ids.New("");
        Messages.Clear();
        Folders.Clear();
        Departures.Clear();
        Subscriptions.Clear();
    }

    private void Depart(MailMessage before, long change) =>
        Departures.Add(new Departure(before.Mailbox, before.FolderId, before.ImmutableId, before.MutableId, change));
}
