using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Faults;

/// <summary>A hub on a folder, so that what it runs on can be ended and started again; one mission subscribes to its mails.</summary>
public sealed class FaultyHub : IAsyncLifetime
{
    public const string Mission = "mission";
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(2);
    private static readonly string[] Databases = ["__azurite_db_table__.json", "__azurite_db_blob__.json"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-faults-");
    private RunningHub? _hub;
    private int _changes;

    public RunningHub Hub => _hub!;

    public async Task InitializeAsync()
    {
        _hub = await RunningHub.Start(new LocalHubOptions { Folder = _folder.FullName, Speed = 600, LeaseSeconds = 5, LockSeconds = 3 });
        (await Hub.Secretariat.Put($"api/subscribers/{Mission}", new JsonObject
        {
            ["state"] = "XAA", ["address"] = "mission@state.example", ["language"] = "en", ["name"] = "Mission",
        })).Expect(200);
    }

    public async Task DisposeAsync()
    {
        if (_hub is not null)
            await _hub.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Something changes in the register: one event.</summary>
    public async Task<long> Change()
    {
        var notice = SampleNotices.Correction("arin-wa", $"Change {Interlocked.Increment(ref _changes)}", "SEN");
        return (long)(await Hub.Approve(await Hub.Submit(Hub.Secretariat, notice), await Hub.Reviewer("second reviewer"))).Json["sequence"]!;
    }

    public Task AllSent() => Hub.AllSent(Recovery);

    public async Task MailboxDoes(string fault) => (await Hub.Mailbox.Post("control/faults", SampleNotices.Object(fault))).Expect(201);

    public async Task PartnerDoes(string fault) => (await Hub.Partner.Post("control/faults", SampleNotices.Object(fault))).Expect(201);

    /// <summary>The mission has got every event of the log, each in one mail.</summary>
    public async Task MissionGotEachEventOnce()
    {
        var mails = (await Hub.Sent()).Where(m => m.Reader == Mission).OrderBy(m => m.First).ToList();
        var covered = mails.SelectMany(m => Enumerable.Range((int)m.First, (int)(m.Last - m.First + 1)));
        Assert.Equal(Enumerable.Range(1, (await Hub.Events()).Count), covered);
    }

    /// <summary>Waits until Azurite, which saves every few seconds, would survive a power cut with this notice.</summary>
    public Task IsOnDisk(string notice) => Eventually.True(
        () => Databases.All(f => Read(f).Contains(notice, StringComparison.Ordinal)),
        $"Azurite has saved {notice}");

    private string Read(string file)
    {
        using var stream = new FileStream(
            Path.Combine(_folder.FullName, "azurite", file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return new StreamReader(stream).ReadToEnd();
    }
}

/// <summary>The classes whose queues and receivers fail, on one hub.</summary>
[CollectionDefinition(Name)]
public sealed class FaultyReceiversCollection : ICollectionFixture<FaultyHub>
{
    public const string Name = "One hub whose queues and receivers fail";
}

/// <summary>The classes whose mailbox and storage fail, on one hub without partners, who would lose what they know.</summary>
[CollectionDefinition(Name)]
public sealed class FaultyStorageCollection : ICollectionFixture<FaultyHub>
{
    public const string Name = "One hub whose mailbox and storage fail";
}
