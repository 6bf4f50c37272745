using Hub.Notices.Outbox;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Delivery.Mail;

namespace Hub.Rules.Tests.Delivery.Outbox;

/// <summary>Asking for mails, and trying once more what was set aside.</summary>
public sealed class OutboxServiceTests
{
    private readonly MailRig _rig = new();

    private DateTimeOffset Now => _rig.Clock.Now;

    [Fact]
    public async Task What_is_asked_for_twice_is_added_once_and_wakes_its_mailbox_once()
    {
        var (one, other) = (OutboxMails.Claim("p", "XAA-1", "wacap", Now), OutboxMails.Claim("q", "XAA-1", "wacap", Now));
        await _rig.Asked.Add([one, other], default);
        Assert.Equal(["mailbox"], _rig.Woken);
        await _rig.Asked.Add([one], default);
        Assert.Equal(["mailbox"], _rig.Woken);
        Assert.Equal(2, _rig.Outbox.All.Count);
    }

    [Fact]
    public async Task What_was_set_aside_begins_anew_and_wakes_its_mailbox()
    {
        var mail = Claim();
        await Put((mail.Begun("mailbox", Now, new()) with { Errors = 3 }).Done(OutboxState.Dropped, Now, "trouble"));
        _rig.Clock.Advance(TimeSpan.FromMinutes(7));
        Assert.True(await _rig.Asked.Retry(mail.Id, default));
        var row = _rig.Outbox[mail.Id];
        Assert.Equal(
            (OutboxState.UnderWay, Now, 0, 0, null), (row.State, row.DueAt!.Value, row.Attempts, row.Errors, row.Trouble));
        Assert.Equal(["mailbox"], _rig.Woken);
    }

    [Theory]
    [InlineData(OutboxState.Waiting, 0, false)]
    [InlineData(OutboxState.Sent, 3, false)]
    [InlineData(OutboxState.UnderWay, 2, false)]
    [InlineData(OutboxState.UnderWay, 3, true)]
    [InlineData(OutboxState.Dropped, 0, true)]
    public async Task Only_what_was_set_aside_or_waits_for_another_attempt_is_tried_again(OutboxState state, int attempts, bool retried)
    {
        await Put(Claim() with { State = state, Attempts = attempts });
        Assert.Equal(retried, await _rig.Asked.Retry(Claim().Id, default));
        Assert.Equal(retried ? ["mailbox"] : Array.Empty<string>(), _rig.Woken);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("m:again-20260314:000000000003-000000000014")]
    public async Task What_is_not_there_is_not_tried(string id)
    {
        Assert.False(await _rig.Asked.Retry(id, default));
        Assert.Empty(_rig.Outbox.All);
        Assert.Empty(_rig.Woken);
    }

    [Fact]
    public async Task Events_that_were_set_aside_go_once_more_beside_the_row_of_changes_which_has_gone_on()
    {
        var told = OutboxMails.Changes("m", Now).Widened(2, 5, Now).Begun("mailbox", Now, new());
        await Put(told.Done(OutboxState.Dropped, Now, "trouble"));
        Assert.True(await _rig.Asked.Retry(told.MailId, default));
        Assert.Equal(OutboxState.Dropped, _rig.Outbox["m:changes"].State);
        var again = _rig.Outbox["m:again-000000000003-000000000005"];
        Assert.Equal((OutboxKind.Resend, "m", 2L, 5L), (again.Kind, again.Recipient, again.ToldUpTo, again.UpTo));
    }

    [Fact]
    public async Task Changes_that_wait_for_another_attempt_have_it_now()
    {
        var told = OutboxMails.Changes("m", Now).Widened(2, 5, Now).Begun("mailbox", Now, new()) with { Attempts = 3 };
        await Put(told with { DueAt = Now.AddHours(1) });
        Assert.True(await _rig.Asked.Retry(told.MailId, default));
        Assert.Equal((Now, 0), (_rig.Outbox["m:changes"].DueAt!.Value, _rig.Outbox["m:changes"].Attempts));
        Assert.Single(_rig.Outbox.All);
    }

    [Fact]
    public async Task Who_is_overtaken_by_another_writer_of_the_row_has_tried_nothing()
    {
        await Put(Claim().Done(OutboxState.Dropped, Now, "trouble"));
        _rig.Outbox.Hazard = () =>
        {
            _rig.Outbox.Hazard = () => { };
            _rig.Outbox.Save([_rig.Outbox[Claim().Id]], null, default).Wait();
        };
        Assert.False(await _rig.Asked.Retry(Claim().Id, default));
        Assert.Empty(_rig.Woken);
    }

    [Fact]
    public async Task Events_asked_for_again_go_again_once_they_have_gone_and_no_other_mail_does()
    {
        var resend = OutboxMails.Resend("m", 3, 5, Now);
        await _rig.Asked.Add([resend], default);
        var later = OutboxMails.Resend("m", 3, 5, Now.AddMinutes(1));
        await _rig.Asked.Add([later], default);
        Assert.Equal(Now, _rig.Outbox[resend.Id].AskedAt);

        await Put(_rig.Outbox[resend.Id].Done(OutboxState.Sent, Now));
        await _rig.Asked.Add([resend], default);
        Assert.Equal(OutboxState.Sent, _rig.Outbox[resend.Id].State);
        await _rig.Asked.Add([later], default);
        Assert.Equal((OutboxState.Waiting, Now.AddMinutes(1)), (_rig.Outbox[resend.Id].State, _rig.Outbox[resend.Id].AskedAt));
        Assert.Equal(["mailbox", "mailbox"], _rig.Woken);

        await Put(Claim().Done(OutboxState.Sent, Now));
        await _rig.Asked.Add([Claim() with { AskedAt = Now.AddMinutes(1) }], default);
        Assert.Equal(OutboxState.Sent, _rig.Outbox[Claim().Id].State);
    }

    [Fact]
    public async Task Events_that_come_while_a_mail_is_changed_do_not_take_it_from_its_sender_and_another_sender_does()
    {
        await Put(OutboxMails.Changes("m", Now).Widened(0, 3, Now).Begun("mailbox", Now, new()));
        var mine = _rig.Outbox["m:changes"];
        await Put(mine.Widened(0, 4, Now));
        var drafted = await _rig.Outbox.Change(mine, r => r.Drafted(new("draft", null)), default);
        Assert.Equal(("draft", 4L), (drafted!.Draft, drafted.UpTo));

        await Put(drafted.Begun("second", Now, new()));
        Assert.Null(await _rig.Outbox.Change(drafted, r => r.Drafted(new("other", null)), default));
        Assert.Equal("draft", _rig.Outbox["m:changes"].Draft);
    }

    private static OutboxMail Claim() => OutboxMails.Claim("p", "XAA-1", "wacap", Sample.Now);

    private async Task Put(OutboxMail mail) => Assert.NotNull(await _rig.Outbox.Save(mail, default));
}
