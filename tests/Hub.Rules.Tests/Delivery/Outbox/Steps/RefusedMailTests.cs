using Hub.Notices.Outbox;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox.Steps;

public sealed class RefusedMailTests : OutboxStepCase
{
    [Fact]
    public async Task What_a_mailbox_refuses_is_dropped_and_any_other_failure_is_the_mailboxs()
    {
        await Add(Held);
        _rig.Answer = _ => new(Failure.Transient, "down");
        Assert.Equal(new Step.Failed(Failure.Transient, "down", Work: "w"), await Step());
        Assert.Equal((OutboxState.UnderWay, 0, Now), (Row.State, Row.Attempts, Row.DueAt!.Value));
        Assert.Empty(_deliveries.All);

        _rig.Answer = _ => new(Failure.Refused, "address refused");
        Assert.Equal(Moved, await Step());
        Assert.Equal((OutboxState.Dropped, "address refused"), (Row.State, Row.Trouble));
        Assert.Equal("address refused", Assert.Single(_deliveries.All).Outcome);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(5, false)]
    public async Task A_mail_with_which_the_process_ended_is_begun_again_and_told_of_after_the_third_time(int attempts, bool told)
    {
        await Add(Held with { State = OutboxState.UnderWay, Attempts = attempts, BegunAt = Sample.Now.AddHours(-1) });
        await Step();
        Assert.Equal(OutboxState.Sent, Row.State);
        var listed = _rig.Failures.All.Values.ToList();
        Assert.Equal(told ? 1 : 0, listed.Count);
        // It went after all.
        Assert.All(listed, f => Assert.True(
            f.RetriedAt == Now && f.Reason.StartsWith("A mail: the process ended", StringComparison.Ordinal), f.Reason));
    }

    [Fact]
    public async Task A_mail_with_which_the_process_ended_six_times_is_set_aside()
    {
        await Add(Held with { State = OutboxState.UnderWay, Attempts = 6, BegunAt = Sample.Now });
        Assert.Equal(Moved, await Step());
        Assert.Equal((OutboxState.Dropped, "the process ended each time it was worked on"), (Row.State, Row.Trouble));
        Assert.Contains("set aside after 6 attempts", Assert.Single(_rig.Failures.All.Values).Reason, StringComparison.Ordinal);
        Assert.Empty(_rig.Sent);
    }
}
