using System.Text.Json;
using Hub.Notices.Recipients;
using Hub.Register.Json;

namespace Hub.InMemory;

/// <summary>Missions that want to be told, in memory.</summary>
internal sealed class MemorySubscribers : ISubscriberStore
{
    private readonly MemoryRows<Recipient> _recipients = new(r => r.Id, _ => null, (r, _) => r);

    public IReadOnlyList<Recipient> All => _recipients.All;

    public Recipient this[string id] => _recipients[id];

    public void Put(params Recipient[] recipients) => Array.ForEach(recipients, r => _recipients.Put(r));

    public void Remove(string id) => _recipients.Remove(id);

    /// <summary>How often all were asked for.</summary>
    public int Lists { get; private set; }

    public Task<IReadOnlyList<Recipient>> List(CancellationToken cancel)
    {
        Lists++;
        return Task.FromResult(All);
    }

    public Task<bool> Save(Recipient recipient, Recipient? before, CancellationToken cancel)
    {
        // Several may be saved at once.
        lock (_recipients)
        {
            if (Text(_recipients.Find(recipient.Id)) != Text(before))
                return Task.FromResult(false);
            Put(recipient);
            return Task.FromResult(true);
        }
    }

    private static string? Text(Recipient? kept) => kept is null ? null : JsonSerializer.Serialize(kept, HubJson.Options);
}
