using Hub.EndToEnd.Tests.Running;
using Hub.Local;

namespace Hub.EndToEnd.Tests;

/// <summary>Several instances of the functions on one storage, as Azure runs them: one register, and each mail once (I3, I4).</summary>
[Trait("Category", "Long")]
public sealed class InstancesTests
{
    private const int Notices = 6;

    [Fact]
    public async Task Two_instances_keep_one_register_and_tell_each_change_once()
    {
        await using var hub = await RunningHub.Start(new LocalHubOptions { Speed = 600, Instances = 2 });
        var (other, reviewer) = (hub.Instances[1], await hub.Reviewer("second reviewer"));
        (await other.Put("api/subscribers/told", SampleNotices.Object(
            """{ "state": "XAA", "address": "told@state.example", "language": "en", "name": "Mission" }"""))).Expect(200);

        await Task.WhenAll(Enumerable.Range(0, Notices).Select(async i =>
        {
            var sender = i % 2 == 0 ? hub.Secretariat : other;
            var id = await hub.Submit(sender, SampleNotices.Correction("arin-wa", $"Correction {i}", i % 2 == 0 ? "SEN" : "GHA"));
            await hub.Approve(id, reviewer);
        }));
        await hub.AllSent();

        var events = (await hub.Events()).Select(e => (int)e["sequence"]!).ToList();
        Assert.Equal(Enumerable.Range(1, events.Count), events);
        Assert.Equal(
            (await other.Get("api/events/head")).Expect(200)["hash"], (await hub.Secretariat.Get("api/events/head")).Expect(200)["hash"]);
        var mails = await hub.Delivered("told@state.example");
        Assert.Equal(mails.Count, mails.Distinct().Count());
        Assert.NotEmpty(mails);
    }
}
