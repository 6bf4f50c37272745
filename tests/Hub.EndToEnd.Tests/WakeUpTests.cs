using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Hub.Testing;

namespace Hub.EndToEnd.Tests;

/// <summary>A hub whose sweep sleeps: what happens there, happens by wake-ups.</summary>
public sealed class WakeUpTests
{
    private const string Never = "0 0 0 1 1 *";

    [Fact]
    public async Task A_change_goes_from_notice_to_mail_webhook_and_pages_by_wake_ups_alone()
    {
        await using var hub = await RunningHub.Start(new LocalHubOptions { Speed = 600, SweepSchedule = Never });
        (await hub.Secretariat.Put("api/subscribers/mission", new JsonObject
        {
            ["state"] = "XAA", ["address"] = "mission@state.example", ["language"] = "en", ["name"] = "Mission",
        })).Expect(200);
        await hub.Listen("awake");

        await hub.Designate(await hub.Office("MLT"), SampleNotices.Designation("MLT"));

        await hub.AllSent();
        Assert.NotEmpty(await hub.Received("awake"));
        await Eventually.True(async () => (await hub.Sent()).Any(m => m.Reader == "mission"), "the mission has its mail");
    }
}
