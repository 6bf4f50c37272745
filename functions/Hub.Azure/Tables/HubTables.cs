using Azure.Data.Tables;

namespace Hub.Azure.Tables;

/// <summary>The hub's tables (docs/storage.md says what each holds).</summary>
public sealed class HubTables(TableServiceClient service)
{
    /// <summary>Records, events and head: one partition.</summary>
    public TableClient Register { get; } = service.GetTableClient("Register");

    /// <summary>Notices and their fingerprints, by State.</summary>
    public TableClient Notices { get; } = service.GetTableClient("Notices");

    /// <summary>Cursors, by channel.</summary>
    public TableClient Cursors { get; } = service.GetTableClient("Cursors");

    /// <summary>Attempts, by channel and receiver.</summary>
    public TableClient Deliveries { get; } = service.GetTableClient("Deliveries");

    /// <summary>Missions that want to be told.</summary>
    public TableClient Subscribers { get; } = service.GetTableClient("Subscribers");

    /// <summary>What recipients chose.</summary>
    public TableClient Recipients { get; } = service.GetTableClient("Recipients");

    /// <summary>Webhook endpoints.</summary>
    public TableClient Endpoints { get; } = service.GetTableClient("Endpoints");

    /// <summary>Hashes of API keys.</summary>
    public TableClient Keys { get; } = service.GetTableClient("Keys");

    /// <summary>Dead letters.</summary>
    public TableClient Failures { get; } = service.GetTableClient("Failures");

    /// <summary>Work on documents, by notice.</summary>
    public TableClient Documents { get; } = service.GetTableClient("Documents");

    /// <summary>Mails that go out: one partition, so that one transaction writes what is sent and what is begun.</summary>
    public TableClient Outbox { get; } = service.GetTableClient("Outbox");

    /// <summary>Mails that came in, and how far mailboxes have been read.</summary>
    public TableClient Mails { get; } = service.GetTableClient("Mails");

    /// <summary>Erasures of personal data.</summary>
    public TableClient Erasures { get; } = service.GetTableClient("Erasures");

    /// <summary>
    /// Creates the tables that are missing: none but at a hub's first start, so which are there is asked once, and not of each.
    /// </summary>
    public async Task Create(CancellationToken cancel)
    {
        var there = await service.QueryAsync((string?)null, cancellationToken: cancel).Select(t => t.Name).ToHashSetAsync(null, cancel);
        TableClient[] all =
        [
            Register, Notices, Documents, Mails, Outbox, Cursors, Deliveries, Subscribers, Recipients, Endpoints, Keys, Failures, Erasures,
        ];
        await Task.WhenAll(all.Where(t => !there.Contains(t.Name)).Select(t => t.CreateIfNotExistsAsync(cancel)));
    }
}
