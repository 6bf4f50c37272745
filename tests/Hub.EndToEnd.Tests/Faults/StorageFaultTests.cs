using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Faults;

/// <summary>I1 while storage is gone: what was accepted goes through, and what was not is answered so.</summary>
[Collection(FaultyStorageCollection.Name)]
public sealed class StorageFaultTests(FaultyHub faulty)
{
    private readonly RunningHub _hub = faulty.Hub;

    [Fact]
    public async Task Without_storage_the_hub_asks_to_come_back_and_with_it_everything_accepted_goes_through()
    {
        var office = await _hub.Office("SEN");
        var accepted = (await office.Post("api/notices", SampleNotices.Membership("SEN", "wacap", "before"))).Expect(202).Id;
        await faulty.IsOnDisk(accepted);

        await _hub.Local.Storage.Kill();
        var refused = await Meanwhile(office);
        await _hub.Local.Storage.Restart();

        Assert.Equal("The hub's storage cannot be reached", refused["title"]);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        var again = (await ApiClient.Insist(() => Submit(office))).Expect(202).Id;
        foreach (var id in new[] { accepted, again })
        {
            await _hub.Reaches(id, "REVIEW", TimeSpan.FromMinutes(2));
            Assert.Equal("COMMITTED", (await _hub.Approve(id))["status"]);
        }
        await faulty.AllSent();
        await faulty.MissionGotEachEventOnce();
    }

    private static Task<Answer> Submit(ApiClient office) =>
        office.Post("api/notices", SampleNotices.Membership("SEN", "wacap", "during"), ("Idempotency-Key", "during"));

    private async Task<Answer> Meanwhile(ApiClient office)
    {
        foreach (var path in new[] { "healthz", "api/events/head" })
            Assert.True((await _hub.Secretariat.Get(path)).Expect(503).Headers.RetryAfter is not null, path);
        return (await Submit(office)).Expect(503);
    }
}
