using Hub.Azure.Blobs;
using Hub.Azure.Tables;
using Hub.Core.Access;
using Hub.Core.Channels;
using Hub.Core.Channels.Links;
using Hub.Core.Channels.Mail;
using Hub.Core.Networks;
using Hub.Functions.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Setup;

/// <summary>
/// Creates what the hub's storage lacks: tables, containers, the cursors that every hub has, the Secretariat's first key, and what the
/// register of networks begins with.
/// </summary>
internal sealed class Preparation(
    HubTables tables, FileStore files, PageStore pages, EditionStore editions, KeyStore keys, ICursorStore cursors, RosterKeeper roster,
    NetworkSeeder networks, HubSettings settings, ILogger<Preparation> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Prepare(stoppingToken);
                log.LogInformation("Storage is ready.");
                return;
            }
            catch (Exception e) when (StorageFailure.IsUnavailable(e))
            {
                log.LogWarning("Storage cannot be reached ({Error}); trying again. Locally, ./hub up starts it.", e.GetType().Name);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task Prepare(CancellationToken cancel)
    {
        await Task.WhenAll(tables.Create(cancel), files.Create(cancel), pages.Create(cancel), editions.Create(cancel));
        await roster.Settle(settings.SenderMailboxes, cancel);
        await cursors.Create(new() { Channel = LinksChannel.ChannelName, Name = LinksChannel.CursorName }, cancel);
        // Once the setting is gone or another, the key that it was opens nothing.
        await keys.KeepOnly(settings.FirstKey, new("first key", CallerKind.Secretariat), cancel);
        if (settings.SeedNetworks && await networks.Seed(cancel) is > 0 and var seeded)
            log.LogInformation("The register began with {Memberships} memberships of networks, each with its source.", seeded);
    }
}
