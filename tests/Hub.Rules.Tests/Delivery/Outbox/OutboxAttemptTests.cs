using Hub.Delivery.Mail;
using Hub.Delivery.Outbox;
using Hub.Notices.Outbox;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Rules.Tests.Intake.Inbox;

namespace Hub.Rules.Tests.Delivery.Outbox;

/// <summary>
/// Mails that end the process or cannot be written: each is its own trouble, and an innocent one goes all the same (I4, I11).
/// </summary>
public sealed class OutboxAttemptTests
{
    private readonly OutboxWorld _world = new();

    private MailRig Rig => _world.Rig;

    [Fact]
    public async Task A_mail_that_ends_the_process_is_told_after_three_attempts_set_aside_after_six_and_the_others_go_on()
    {
        var attempts = 0;
        Rig.Writer.Writing = id => attempts += id.StartsWith("m:", StringComparison.Ordinal) ? throw Crash() : 0;
        Rig.Register.Grow();
        await Rig.Finish();
        Assert.Equal(6, attempts);
        Assert.DoesNotContain(Rig.Sent, s => s.Message.To == "m@mission.example");
        Assert.Equal(3, Rig.Sent.Count);
        Assert.Equal(2, Rig.Failures.All.Count);
        var listed = Rig.Failures.All.Values.Single(f => f.Reason.Contains("set aside", StringComparison.Ordinal));
        Assert.All(Rig.Failures.All.Values, f => Assert.Equal((OutboxSender.ChannelName, "m:000000000001-000000000001"), (f.Queue, f.Body)));
        Assert.All(Rig.Failures.All.Values, f => Assert.DoesNotContain("@", f.Reason, StringComparison.Ordinal));
        Assert.Equal(MailStatus.GivenUp, (await Rig.Deliveries.Of(1, default)).Single(d => d.Recipient == "m").Status);

        // What comes later is told; what was set aside, once a person has it tried again.
        Rig.Writer.Writing = _ => { };
        Assert.True(await Rig.Asked.Retry(listed.Body, default));
        Rig.Register.Grow();
        await Rig.Finish();
        Assert.Equal(["1", "2"], Rig.Sent.Where(s => s.Message.To == "m@mission.example").Select(s => s.Message.Text).Order());

        CrashException Crash()
        {
            attempts++;
            return new();
        }
    }

    // A process is killed for reasons of its own, and a mail that it was at is the first to be at work again.
    [Fact]
    public async Task A_mail_that_five_kills_met_goes_once_with_all_that_came_since_told_behind_it()
    {
        var kills = 5;
        Rig.Writer.Writing = id =>
        {
            if (id.StartsWith("m:", StringComparison.Ordinal) && kills-- > 0)
                throw new CrashException();
        };
        Rig.Register.Grow();
        await Rig.Finish();
        Rig.Register.Grow();
        await _world.EndsWell();
        Assert.Equal(["1", "2"], Rig.Sent.Where(s => s.Message.To == "m@mission.example").Select(s => s.Message.Text));
        Assert.NotNull(Assert.Single(Rig.Failures.All.Values).RetriedAt);
    }

    [Fact]
    public async Task A_mail_that_three_kills_met_may_fail_twice_by_an_error_and_goes()
    {
        var attempts = 0;
        Rig.Writer.Writing = id =>
        {
            if (!id.StartsWith("m:", StringComparison.Ordinal))
                return;
            attempts++;
            if (attempts <= 3)
                throw new CrashException();
            if (attempts <= 5)
                throw new InvalidOperationException("It cannot be written now.");
        };
        Rig.Register.Grow();
        await _world.EndsWell();
        Assert.Equal(6, attempts);
        Assert.Single(Rig.Sent, s => s.Message.To == "m@mission.example");
    }

    [Fact]
    public async Task A_mail_that_waits_for_another_attempt_has_it_at_once_where_a_person_asks_and_goes_once()
    {
        var kills = 3;
        Rig.Writer.Writing = id =>
        {
            if (id.StartsWith("m:", StringComparison.Ordinal) && kills-- > 0)
                throw new CrashException();
        };
        Rig.Register.Grow();
        for (var i = 0; i < 20; i++)
        {
            await Rig.Enqueue();
            await Rig.Send();
            Rig.Clock.Advance(TimeSpan.FromSeconds(10));
        }
        Assert.DoesNotContain(Rig.Sent, s => s.Message.To == "m@mission.example");
        Assert.True(await Rig.Asked.Retry("m:000000000001-000000000001", default));
        Rig.Clock.Advance(TimeSpan.FromSeconds(70));
        await Rig.Send();
        Assert.Single(Rig.Sent, s => s.Message.To == "m@mission.example");
        await _world.EndsWell();
    }

    [Theory]
    [InlineData(OutboxKind.HeldNotice)]
    [InlineData(OutboxKind.NoticeNews)]
    public async Task A_mail_that_cannot_be_written_is_tried_three_times_holds_up_no_other_and_can_be_retried(OutboxKind kind)
    {
        var broken = _world.Ask(kind);
        var tries = 0;
        Rig.Writer.Writing = id => tries += id == broken.Id ? throw new InvalidOperationException("It cannot be written.") : 0;
        Rig.Register.Grow();
        await Rig.Finish();
        Assert.Equal(4, Rig.Sent.Count);
        Assert.Equal(OutboxState.Dropped, Rig.Outbox[broken.Id].State);
        Assert.Contains("InvalidOperationException", Assert.Single(Rig.Failures.All.Values).Reason, StringComparison.Ordinal);

        Rig.Writer.Writing = _ => { };
        Assert.True(await Rig.Asked.Retry(broken.Id, default));
        await Rig.Finish();
        Assert.Equal(OutboxState.Sent, Rig.Outbox[broken.Id].State);
        Assert.False(await Rig.Asked.Retry(broken.Id, default));
    }
}
