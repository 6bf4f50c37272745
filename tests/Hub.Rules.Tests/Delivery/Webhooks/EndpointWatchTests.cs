using Hub.Delivery.Webhooks.Partners;
using Hub.Notices.Access;
using Hub.Register.States;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Webhooks;

/// <summary>The mails to the contact of a partner whose endpoint fails: after a day, after three, and when the hub gives up.</summary>
public sealed class EndpointWatchTests
{
    private readonly WebhookRig _rig = new() { Answer = WebhookRig.Down };
    private readonly MailRig _mail;

    public EndpointWatchTests()
    {
        _mail = new() { Clock = _rig.Clock, Endpoints = _rig.Endpoints, Cursors = _rig.Cursors };
        _rig.Make();
        _rig.Endpoints.PutPartner(new Partner("partner", new("contact@partner.example", Language.French, "Contact")));
    }

    [Fact]
    public async Task In_five_days_of_failures_there_are_three_mails_and_then_the_endpoint_is_disabled()
    {
        await Live(TimeSpan.FromDays(7));
        Assert.Equal(CursorState.Disabled, _rig.Cursor.State);
        Assert.Equal(["failing", "failing", "disabled"], Stories());

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
        Assert.Equal(["failing", "failing"], Stories());
    }

    [Fact]
    public async Task A_mailbox_that_is_down_is_asked_again()
    {
        _mail.Answer = _ => new(Failure.Transient, "down");
        await Live(TimeSpan.FromDays(2));
        Assert.Empty(_mail.Sent);
        _mail.Answer = _ => null;
        await _mail.Finish();
        Assert.Equal(["failing"], Stories());
    }

    [Fact]
    public async Task Two_that_look_at_the_same_time_ask_for_one_mail()
    {
        await Live(TimeSpan.FromHours(20));
        _rig.Clock.Advance(TimeSpan.FromHours(5));
        var asked = await Task.WhenAll(Watch().Look(default), Watch().Look(default));
        Assert.Equal(1, asked.Sum());
        await _mail.Finish();
        Assert.Single(_mail.Sent);
    }

    [Fact]
    public async Task Nobody_is_warned_of_failures_that_have_ended_before_the_mail_went()
    {
        await Live(TimeSpan.FromHours(20));
        _rig.Clock.Advance(TimeSpan.FromHours(5));
        await Watch().Look(default);
        _rig.Answer = _ => Task.FromResult<Step.Failed?>(null);
        await _rig.Finish();
        await _mail.Finish();
        Assert.Empty(_mail.Sent);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Nobody_is_written_to_where_there_is_no_contact_or_no_partner_any_more(bool hasContact, bool isPartner)
    {
        var contact = hasContact ? new PartnerContact("contact@partner.example", Language.English, "Contact") : null;
        _rig.Endpoints.PutPartner(new Partner("partner", contact, isPartner ? null : _rig.Clock.Now));
        await Live(TimeSpan.FromDays(7));
        Assert.Empty(_mail.Sent);
    }

    private IEnumerable<string> Stories() => _mail.Sent.Select(s => s.Message.Text);

    private EndpointWatch Watch() => new(
        _rig.Cursors, _rig.Endpoints, _rig.Endpoints, _mail.Outbox, _mail.Asked, _rig.Settings, _rig.Clock);

    // As Sweep does it, every quarter of an hour.
    private async Task Live(TimeSpan time)
    {
        _rig.Register.Grow();
        for (var until = _rig.Clock.Now + time; _rig.Clock.Now < until; _rig.Clock.Advance(TimeSpan.FromMinutes(15)))
        {
            await _rig.Run();
            await Watch().Look(default);
            await _mail.Send();
        }
    }
}
