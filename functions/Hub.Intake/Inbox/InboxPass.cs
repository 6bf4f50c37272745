using System.Collections.Concurrent;
using System.Text.Json;
using Hub.Register.Json;
using Hub.Work.Runner;

namespace Hub.Intake.Inbox;

/// <summary>One run of a mailbox: what it knows and has done so far.</summary>
public sealed class InboxPass
{
    private readonly ConcurrentQueue<string> _made = new();

    private InboxPass(string mailbox, string? link, MailFolders folders) => (Mailbox, Link, Folders) = (mailbox, link, folders);

    /// <summary>The mailbox.</summary>
    public string Mailbox { get; }

    /// <summary>Where the mailbox's list of changes goes on; null to begin it anew.</summary>
    public string? Link { get; set; }

    /// <summary>The folders.</summary>
    public MailFolders Folders { get; }

    /// <summary>The mails to deal with next.</summary>
    public IReadOnlyList<NewMail> Mails { get; set; } = [];

    /// <summary>What mails are read against; null before the first is.</summary>
    public Directory? Directory { get; set; }

    /// <summary>What the next run has to know, as JSON.</summary>
    public string Remembered => JsonSerializer.Serialize(new Memory(Link, Folders.Ids), HubJson.Options);

    /// <summary>A run that goes on from what a cursor remembers.</summary>
    public static InboxPass Of(Cursor cursor, IInbox inbox)
    {
        var memory = Recalled(cursor.Work);
        return new(cursor.Name, memory?.Link, new(inbox, cursor.Name, memory?.Folders ?? new Dictionary<string, string>()));
    }

    // What cannot be read is forgotten: the list is read from its beginning, and what was kept before is known again.
    private static Memory? Recalled(string? work)
    {
        try
        {
            return work is null ? null : JsonSerializer.Deserialize<Memory>(work, HubJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Notes a notice that was made.</summary>
    public void Made(string notice) => _made.Enqueue(notice);

    /// <summary>The notices made since this was asked last; they wait to be moved on.</summary>
    public IReadOnlyList<string> TakeMade()
    {
        var made = new List<string>();
        while (_made.TryDequeue(out var notice))
            made.Add(notice);
        return made;
    }

    // How far the mailbox has been read, and the ids of the folders that mails are put into, by their names.
    private sealed record Memory(string? Link, IReadOnlyDictionary<string, string>? Folders);
}
