using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Messaging.ServiceBus;
using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests;

/// <summary>A hub whose sweep sleeps: what happens there, happens by wake-ups.</summary>
public sealed class SleepingHub : IAsyncLifetime
{
    private RunningHub? _hub;

    public RunningHub Hub => _hub!;

    public async Task InitializeAsync() =>
        _hub = await RunningHub.Start(new LocalHubOptions { Speed = 600, SweepSchedule = "0 0 0 1 1 *" });

    public async Task DisposeAsync()
    {
        if (_hub is not null)
            await _hub.DisposeAsync();
    }
}

public sealed class WakeUpTests(SleepingHub sleeping) : IClassFixture<SleepingHub>
{
    private readonly RunningHub _hub = sleeping.Hub;

    [Fact]
    public async Task A_change_goes_from_notice_to_mail_webhook_and_pages_by_wake_ups_alone()
    {
        (await _hub.Secretariat.Put("api/subscribers/mission", new JsonObject
        {
            ["state"] = "XAA", ["address"] = "mission@state.example", ["language"] = "en", ["name"] = "Mission",
        })).Expect(200);
        await _hub.Listen("awake");

        await _hub.Designate(await _hub.Office("MLT"), SampleNotices.Designation("MLT"));

        await _hub.AllSent();
        Assert.NotEmpty(await _hub.Received("awake"));
        await Eventually.True(async () => (await _hub.Sent()).Any(m => m.Reader == "mission"), "the mission has its mail");
    }

    [Fact]
    public async Task A_mission_is_asked_about_what_its_authority_mailed_by_wake_ups_alone()
    {
        var (mission, authority) = (await _hub.Mission("MLT"), await _hub.Mission("MLT", role: "AUTHORITY"));
        var form = FilledForm.Of(
            (await _hub.Nobody.GetBytes("api/forms/designation.csv?language=en")).Bytes,
            ("A2", "NEW_DESIGNATION"), ("A4", "NV-7"), ("B1", "X"), ("C1", "Office of the Attorney General"), ("C15", "+999 1 555 0142"),
            ("C19", "office@justice.example"), ("F10", "accepted"), ("J1", "none"));

        await _hub.Arrives(Letters.Mail(authority, "Our designation", "The form is attached.").With("form.csv", "text/csv", form));
        // The mailbox tells of new mail once it has been read for the first time.
        await using var bus = new ServiceBusClient(_hub.Local.Broker.ConnectionString);
        await using var mailbox = bus.CreateSender("mailbox");
        await mailbox.SendMessageAsync(new(LocalHub.Inbox));

        var notice = (string)(await _hub.Becomes("Our designation", "NOTICE"))["notices"]![0]!;
        await _hub.Reaches(notice, "HELD");
        await Eventually.True(
            async () => (await _hub.Delivered(mission)).Any(m => Regex.IsMatch(m, "MLT-[0-9]{4}-[A-Z][0-9A-Z]{4}")), "the mission is asked");
    }
}
