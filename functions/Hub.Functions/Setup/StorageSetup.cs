using Hub.Azure.Blobs;
using Hub.Azure.Tables;
using Hub.Delivery.NetworkPages;
using Hub.Delivery.Outbox;
using Hub.Intake.Inbox.Channel;
using Hub.Intake.Submissions;
using Hub.Notices.Access;
using Hub.Work.Runner;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Setup;

/// <summary>
/// Creates what the hub's storage lacks: tables, containers, the cursors that every hub has, the Secretariat's first key, and what the
/// register of networks and the library of laws begin with.
/// </summary>
internal sealed class StorageSetup(
    HubTables tables, FileStore files, PageStore pages, EditionStore editions, KeyStore keys, MailCursors mail, ICursorStore cursors,
    Lazy<NetworkSeeder> networks, Lazy<LawSeeder> laws, HubSettings settings, ILogger<StorageSetup> log)
{
    /// <summary>Creates what is not there; what is there stays.</summary>
    public async Task Run(CancellationToken cancel)
    {
        await Task.WhenAll(tables.Create(cancel), files.Create(cancel), pages.Create(cancel), editions.Create(cancel));
        await mail.Create(settings.Outboxes, cancel);
        await cursors.Create(new() { Channel = NetworkPagesChannel.ChannelName, Name = NetworkPagesChannel.CursorName }, cancel);
        foreach (var mailbox in settings.Mailroom.Inboxes)
            await cursors.Create(new() { Channel = InboxChannel.ChannelName, Name = mailbox }, cancel);
        // Of one that is no longer read nobody wants to hear that it cannot be.
        foreach (var gone in (await cursors.Of(InboxChannel.ChannelName, cancel)).Where(c => !settings.Mailroom.Reads(c.Name)))
            await cursors.Delete(gone.Channel, gone.Name, cancel);
        // Once the setting is gone or another, the key that it was opens nothing.
        await keys.KeepOnly(settings.FirstKey, new(Caller.FirstKey, CallerKind.Secretariat), cancel);
        if (settings.SeedNetworks && await networks.Value.Seed(cancel) is > 0 and var seeded)
            log.LogInformation("The register began with {Memberships} memberships of networks, each with its source.", seeded);
        if (settings.SeedLaws && await laws.Value.Seed(cancel) is > 0 and var found)
            log.LogInformation("The library began with {Laws} laws, each with its source.", found);
    }
}
