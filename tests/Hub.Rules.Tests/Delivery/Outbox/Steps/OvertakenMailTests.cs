using Hub.Notices.Outbox;

namespace Hub.Rules.Tests.Delivery.Outbox.Steps;

public sealed class OvertakenMailTests : OutboxStepCase
{
    [Fact]
    public async Task Who_is_overtaken_as_it_begins_sends_nothing_and_looks_again()
    {
        await Add(Held);
        _composition = mail =>
        {
            _rig.Outbox.Save([Row], null, default).Wait();
            _composition = again => Ready(Message(again));
            return Ready(Message(mail));
        };
        Assert.Equal(Moved, await Step());
        Assert.Empty(_rig.Sent);
        Assert.Equal(Moved, await Step());
        Assert.Single(_rig.Sent);
    }

    [Theory]
    [InlineData(OutboxState.Waiting, false, "HELD-1", new[] { "draft", "send" }, new[] { false, false })]
    [InlineData(OutboxState.UnderWay, false, "HELD-1", new[] { "draft", "send" }, new[] { true, false })]
    [InlineData(OutboxState.UnderWay, true, "HELD-0", new[] { "send" }, new[] { true })]
    public async Task What_a_run_left_is_asked_after_and_what_it_had_drafted_tells_what_it_told(
        OutboxState state, bool isDrafted, string told, string[] steps, bool[] inDoubt)
    {
        if (isDrafted)
            await _rig.Draft("mailbox", Message(Held), false, default);
        _rig.Calls.Clear();
        _composition = mail => Ready(Message(mail)) with { Tells = Telling("HELD-1") };
        await Add(Held with
        {
            State = state, Attempts = 1, BegunAt = Now, Draft = isDrafted ? "0" : null, Tells = Telling("HELD-0"),
        });
        await Step();
        Assert.Equal(steps.Zip(inDoubt), _rig.Calls);
        Assert.Equal((OutboxState.Sent, told), (Row.State, Row.Tells!["XAA-1"]));
    }

    [Fact]
    public async Task Of_mails_that_follow_each_other_none_is_in_doubt()
    {
        foreach (var kind in new[] { OutboxKind.Receipt, OutboxKind.Acknowledgement })
            await Add(OutboxMails.Reply(kind, "mail", "mailbox", Now));
        await Step();
        await Step();
        Assert.Equal([("draft", false), ("send", false), ("draft", false), ("send", false)], _rig.Calls);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_finishes_the_mail_it_sent_and_begins_no_other()
    {
        foreach (var kind in new[] { OutboxKind.Receipt, OutboxKind.Acknowledgement })
            await Add(OutboxMails.Reply(kind, "mail", "mailbox", Now));
        using var cancel = new CancellationTokenSource();
        _rig.AfterSending = _ => cancel.Cancel();
        Assert.Equal(Moved, await Sender().Advance(Cursor, _run, cancel.Token));
        Assert.Equal([OutboxState.Sent, OutboxState.Waiting], _rig.Outbox.All.Select(m => m.State));
    }

    private static Dictionary<string, string> Telling(string mark) => new() { ["XAA-1"] = mark };
}
