using Hub.Delivery.Webhooks;
using Hub.Notices.Access;
using Hub.Register.States;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Webhooks;

/// <summary>The mails to the contact of a partner whose endpoint fails: after a day, after three, and when the hub gives up.</summary>
public sealed class EndpointWatchTests
{
    private readonly WebhookRig _rig = new() { Answer = WebhookRig.Down };
    private readonly PartnerMailRig _mail;

    public EndpointWatchTests()
    {
        _mail = new(_rig.Clock);
        _rig.Make();
        _rig.Endpoints.Save(new Partner("partner", new("contact@partner.example", Language.French, "Contact")), default).Wait();
    }

    [Fact]
    public async Task In_five_days_of_failures_there_are_three_mails_and_then_the_endpoint_is_disabled()
    {
        await Live(TimeSpan.FromDays(7));
        Assert.Equal(CursorState.Disabled, _rig.Cursor.State);
        Assert.Equal(["day 1", "day 3", "disabled, day 5"], _mail.Sent.Select(Story));

        _rig.Answer = _ => Task.FromResult<Step.Failed?>(null);
        _rig.Cursors.Put(_rig.Cursor with { State = CursorState.Active, Attempts = 0, FailingSince = null, DueAt = null });
        _rig.Register.Grow(2);
        _rig.Got.Clear();
        await _rig.Finish();
        Assert.Equal([1, 2, 3], _rig.Sequences());
        await Watch().Look(default);
        Assert.Equal(3, _mail.Sent.Count);
    }

    [Fact]
    public async Task Failures_that_begin_anew_are_told_anew()
    {
        await Live(TimeSpan.FromDays(1.5));
        _rig.Answer = _ => Task.FromResult<Step.Failed?>(null);
        await _rig.Finish();
        _rig.Answer = WebhookRig.Down;
        await Live(TimeSpan.FromDays(1.5));
        Assert.Equal(["day 1", "day 1"], _mail.Sent.Select(Story));
    }

    [Fact]
    public async Task A_mailbox_that_is_down_is_asked_again()
    {
        _mail.IsDown = true;
        await Live(TimeSpan.FromDays(2));
        Assert.Empty(_mail.Sent);
        _mail.IsDown = false;
        Assert.Equal(1, await Watch().Look(default));
    }

    [Fact]
    public async Task A_crash_between_sending_and_recording_sends_no_second_mail()
    {
        await Live(TimeSpan.FromHours(20));
        _rig.Clock.Advance(TimeSpan.FromHours(5));
        _mail.AfterSending = () => throw new IOException("power cut");
        await Assert.ThrowsAsync<IOException>(() => Watch().Look(default));
        _mail.AfterSending = () => { };
        await Watch().Look(default);
        await Watch().Look(default);
        Assert.Single(_mail.Sent);
        Assert.Single(_rig.Endpoints.Warnings);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Nobody_is_written_to_where_there_is_no_contact_or_no_partner_any_more(bool hasContact, bool isPartner)
    {
        var contact = hasContact ? new PartnerContact("contact@partner.example", Language.English, "Contact") : null;
        await _rig.Endpoints.Save(new Partner("partner", contact, isPartner ? null : _rig.Clock.Now), default);
        await Live(TimeSpan.FromDays(7));
        Assert.Empty(_mail.Sent);
    }

    private static string Story(string draft) => draft.Split('|')[1];

    private EndpointWatch Watch() => new(
        _rig.Cursors, _rig.Endpoints, _rig.Endpoints, _rig.Endpoints, _rig.Register, _mail.Post, _rig.Settings, _rig.Clock);

    // As Sweep does it, every quarter of an hour.
    private async Task Live(TimeSpan time)
    {
        _rig.Register.Grow();
        for (var until = _rig.Clock.Now + time; _rig.Clock.Now < until; _rig.Clock.Advance(TimeSpan.FromMinutes(15)))
        {
            await _rig.Run();
            await Watch().Look(default);
        }
    }
}
