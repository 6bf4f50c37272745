using Hub.Notices.Outbox;

namespace Hub.Rules.Tests.Delivery.Outbox.Steps;

public sealed class MailTroubleTests : OutboxStepCase
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_that_cannot_be_made_is_tried_after_one_and_two_minutes_and_set_aside(bool asItIsComposed)
    {
        await Add(Held);
        _composition = asItIsComposed
            ? _ => throw new InvalidOperationException("no")
            : _ => new Composition.Ready((_, _) => throw new InvalidOperationException("no"));
        const string Why = "it cannot be made (InvalidOperationException)";
        foreach (var minutes in new[] { 1, 2 })
        {
            Assert.Equal(Moved, await Step());
            Assert.Equal((Now.AddMinutes(minutes), minutes, 0, Why), (Row.DueAt!.Value, Row.Errors, Row.Attempts, Row.Trouble));
            _rig.Clock.Advance(TimeSpan.FromMinutes(minutes));
        }
        Assert.Equal(Moved, await Step());
        Assert.Equal((OutboxState.Dropped, Why), (Row.State, Row.Trouble));
        var listed = Assert.Single(_rig.Failures.All.Values);
        Assert.Equal(
            ("outbox", Held.Id, $"A mail was set aside after 3 attempts: {Why}. The others go on. Once that is mended, retry it."),
            (listed.Queue, listed.Body, listed.Reason));
        Assert.Equal((Why, 0L, Now), (_deliveries.All.Single() is var d ? d.Outcome : "", d.Milliseconds, d.At));
    }

    [Fact]
    public async Task An_outage_and_the_end_of_a_run_are_no_mails_trouble()
    {
        await Add(Held);
        _composition = _ => new Composition.Ready((_, _) => throw new InvalidOperationException("storage is away"));
        _isOutage = true;
        await Assert.ThrowsAsync<InvalidOperationException>(Step);
        Assert.Equal((OutboxState.UnderWay, 0, 0, Now), (Row.State, Row.Attempts, Row.Errors, Row.DueAt!.Value));

        _isOutage = false;
        _run = new(new(_rig.Register));
        using var cancel = new CancellationTokenSource();
        _composition = _ => new Composition.Ready((_, _) =>
        {
            cancel.Cancel();
            throw new InvalidOperationException("cut short");
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => Sender().Advance(Cursor, _run, cancel.Token));
        Assert.Equal((0, 0), (Row.Attempts, Row.Errors));
    }
}
