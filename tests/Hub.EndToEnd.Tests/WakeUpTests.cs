using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Hub.LocalProcesses;

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

    [Fact]
    public async Task A_mission_is_asked_about_what_its_authority_mailed_by_wake_ups_alone()
    {
        await using var hub = await RunningHub.Start(new LocalHubOptions { Speed = 600, SweepSchedule = Never });
        var (mission, authority) = (await hub.Mission("MLT"), await hub.Mission("MLT", role: "AUTHORITY"));
        var form = FilledForm.Of(
            (await hub.Nobody.GetBytes("api/forms/designation.csv?language=en")).Bytes,
            ("A2", "NEW_DESIGNATION"), ("A4", "NV-7"), ("B1", "X"), ("C1", "Office of the Attorney General"), ("C15", "+999 1 555 0142"),
            ("C19", "office@justice.example"), ("F10", "accepted"), ("J1", "none"));

        await hub.Arrives(Letters.Mail(authority, "Our designation", "The form is attached.").With("form.csv", "text/csv", form));
        // The mailbox tells of new mail once it has been read for the first time.
        await using var bus = new ServiceBusClient(hub.Local.Broker.ConnectionString);
        await using var mailbox = bus.CreateSender("mailbox");
        await mailbox.SendMessageAsync(new(LocalHub.Inbox));

        var notice = (string)(await hub.Becomes("Our designation", "NOTICE"))["notices"]![0]!;
        await hub.Reaches(notice, "HELD");
        await Eventually.True(
            async () => (await hub.Delivered(mission)).Any(m => m.Contains(notice, StringComparison.Ordinal)), "the mission is asked");
    }
}
