using Hub.Delivery.Mail.Errands;
using Hub.Notices.Recipients;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Mail;

/// <summary>Mails between rounds: once each, by the same cursor, whatever crashes (I4).</summary>
public sealed class ErrandTests
{
    private readonly MailRig _rig = new();
    private readonly long _event;

    public ErrandTests()
    {
        _rig.Subscribe("a");
        _rig.Subscribe("b");
        _event = _rig.Grown();
    }

    [Fact]
    public async Task A_mail_asked_for_again_goes_once_more_under_an_id_of_its_own()
    {
        await _rig.Finish();
        Assert.Equal(["a"], (await Again("a")).Asked);
        Assert.Equal("a Queued asked for again, b Sent", await Followed());
        Assert.Equal(RunResult.Resting, await _rig.Run());
        Assert.Equal([$"{_event}", $"{_event}"], Told("a"));
        Assert.Equal(3, _rig.Sent.Select(s => s.Message.Id).Distinct().Count());
        Assert.Equal("a Sent, b Sent", await Followed());
        Assert.Equal(_rig.Register.Now.Head.Sequence, _rig.Cursor.Position);
    }

    [Fact]
    public async Task Asked_for_twice_it_goes_once_and_asked_for_again_later_once_more()
    {
        await _rig.Finish();
        await Again("a");
        await Again("a");
        await _rig.Finish();
        Assert.Equal(2, Told("a").Count());
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await Again("a");
        await _rig.Finish();
        Assert.Equal(3, Told("a").Count());
        Assert.Equal(4, _rig.Sent.Select(s => s.Message.Id).Distinct().Count());
    }

    [Fact]
    public async Task To_an_address_that_bounced_nothing_is_sent_again_until_it_is_mended()
    {
        await _rig.Finish();
        var mail = _rig.Attempts.Single(a => a.Name == "a");
        await _rig.Bounces.Record(new("r", ReportKind.Failed, "5.1.1", null, mail.Id, [mail.MessageId!]), default);
        Assert.Equal("a Bounced 5.1.1: there is no such mailbox, b Sent", await Followed());
        Assert.Equal(["a"], (await Again("a")).Stopped);
        _rig.Move("a", "new@mission.example");
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["a"], (await Again("a")).Asked);
        await _rig.Finish();
        Assert.Equal("a Sent, b Sent", await Followed());
        Assert.Equal("new@mission.example", _rig.Sent[^1].Message.To);
    }

    [Fact]
    public async Task Errands_keep_to_the_mailboxs_pace()
    {
        var rig = new MailRig { Pace = new(1, TimeSpan.FromMinutes(1)) };
        rig.Subscribe("a");
        var sequence = rig.Grown();
        await rig.Finish();
        await rig.ErrandDesk.Again(await rig.List(default), sequence, default);
        Assert.Equal(RunResult.Waiting, await rig.Run());
        await rig.Finish();
        Assert.True(rig.Sent[1].At - rig.Sent[0].At >= TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task An_errand_goes_between_rounds_and_holds_up_no_digest()
    {
        _rig.Choose("b", Cadence.Daily);
        await _rig.Finish();
        _rig.Grown();
        await _rig.Run();
        _rig.Clock.Advance(TimeSpan.FromMinutes(10));
        await _rig.Run();
        Assert.NotNull(_rig.Cursor.Seen);
        var before = _rig.Sent.Count;
        await Again("a");
        Assert.True(_rig.Cursor.IsOpen(_rig.Clock.Now));
        await _rig.Run();
        Assert.Equal(before + 1, _rig.Sent.Count);
        await _rig.Finish();
        _rig.AssertEverybodyWasToldOnceBesides(_event);
    }

    [Fact]
    public async Task What_no_reader_can_be_sent_is_dropped()
    {
        await _rig.Finish();
        await Again("a");
        _rig.Leave("a");
        await _rig.Finish();
        Assert.Equal(2, _rig.Sent.Count);
        Assert.Empty(await _rig.Errands.List(default));
    }

    [Fact]
    public async Task Whatever_crashes_each_mail_goes_once()
    {
        for (var crash = 1; crash < 25; crash++)
        {
            var rig = new MailRig();
            rig.Subscribe("a");
            rig.Subscribe("b");
            var sequence = rig.Grown();
            await rig.Finish();
            await rig.ErrandDesk.Again(await rig.List(default), sequence, default);
            rig.CrashAt = crash;
            await rig.Run();
            await rig.Finish();
            Assert.Equal(4, rig.Sent.Count);
            Assert.Equal(4, rig.Sent.Select(s => s.Message.Id).Distinct().Count());
        }
    }

    private async Task<ResendResult> Again(string reader) =>
        await _rig.ErrandDesk.Again([.. (await _rig.List(default)).Where(r => r.Id == reader)], _event, default);

    private IEnumerable<string> Told(string reader) =>
        _rig.Sent.Where(s => s.Message.Id.StartsWith($"{reader}:", StringComparison.Ordinal)).Select(s => s.Message.Text);

    private async Task<string> Followed() =>
        string.Join(", ", (await _rig.Deliveries.Of(_event, default)).Select(d => $"{d.Reader} {d.Status} {d.Reason}".TrimEnd()));
}
