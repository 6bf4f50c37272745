using Hub.Intake.Inbox;
using Hub.LocalProcesses;
using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Inbox;

public sealed class InboxTests
{
    private readonly MailroomRig _rig = new();

    [Fact]
    public async Task A_list_that_the_mailbox_has_lost_is_read_anew_and_nothing_is_made_twice()
    {
        Arrive(1, 3);
        await _rig.RunToTheEnd();
        _rig.Mailbox.Forget();
        // Somebody put one back into the inbox.
        _rig.Mailbox.Folders.Remove("message-1");
        Arrive(4, 1);
        await _rig.RunToTheEnd();

        Assert.Equal(4, _rig.Notices.All.Count);
        Assert.Equal(4, _rig.Mailbox.Sent.Count);
    }

    [Fact]
    public async Task Somebody_is_woken_for_every_notice_that_was_made()
    {
        Arrive(1, 3);
        await _rig.Read();

        Assert.Equal(3, _rig.Notices.All.Count);
        Assert.Equal(_rig.Notices.All.Select(n => n.Id).Order(), _rig.Woken.Order());
    }

    [Fact]
    public async Task Whoever_wakes_a_mailbox_has_it_read_at_once_and_nobody_else_before_its_time()
    {
        Assert.Equal(RunResult.Waiting, await _rig.Read());
        Assert.Equal((_rig.Clock.Now + TimeSpan.FromMinutes(1), 0), (_rig.Cursor.DueAt, _rig.Cursor.Seen));
        Arrive(1, 1);
        await _rig.Read();

        Assert.Single(_rig.Notices.All);
    }

    [Fact]
    public async Task A_mailbox_that_can_be_read_and_not_be_changed_fails_all_the_longer_and_is_tried_at_ever_longer_intervals()
    {
        Arrive(1, 1);
        _rig.Mailbox.Fails = asked => asked == "move" ? new(Failure.Transient, "the hub may not") : null;
        await _rig.Read();
        var first = _rig.Cursor.FailingSince;
        for (var minutes = 0; minutes < 20; minutes++)
        {
            _rig.Clock.Advance(TimeSpan.FromMinutes(1));
            await _rig.Read();
        }

        Assert.NotNull(first);
        Assert.Equal(first, _rig.Cursor.FailingSince);
        Assert.InRange(_rig.Cursor.Attempts, 5, 15);
        Assert.NotNull(_rig.Cursor.DueAt);
    }

    [Fact]
    public async Task A_subscription_that_cannot_be_had_keeps_nobody_from_reading()
    {
        Arrive(1, 1);
        _rig.Mailbox.Fails = asked => asked == "subscribe" ? new(Failure.Overloaded, "429", TimeSpan.FromHours(1)) : null;
        await _rig.Read();

        Assert.Single(_rig.Notices.All);
    }

    [Fact]
    public async Task A_mailbox_whose_memory_cannot_be_read_is_read_from_its_beginning()
    {
        Arrive(1, 2);
        await _rig.RunToTheEnd();
        _rig.Cursor = _rig.Cursor with { Work = "{\"link\": 7" };
        Arrive(3, 1);
        await _rig.RunToTheEnd();

        Assert.Equal(3, _rig.Notices.All.Count);
    }

    [Theory]
    [InlineData(false, false, false, false)]
    [InlineData(true, false, false, true)]
    [InlineData(false, true, false, true)]
    [InlineData(true, false, true, true)]
    [InlineData(false, true, true, false)]
    public async Task A_mailbox_is_to_be_read_when_its_time_has_come_or_a_mail_waits_and_never_before_a_failure_is_over(
        bool isTime, bool mailWaits, bool fails, bool isDue)
    {
        await _rig.Read();
        var due = _rig.Clock.Now + (isTime ? TimeSpan.Zero : TimeSpan.FromMinutes(1));
        _rig.Cursor = _rig.Cursor with { DueAt = due, Seen = fails ? null : 0, FailingSince = fails ? _rig.Clock.Now : null };
        if (mailWaits)
            await _rig.Mails.Add(
                new()
                {
                    Id = "1",
                    Mailbox = MailroomRig.Inbox,
                    Message = "m",
                    ReceivedAt = _rig.Clock.Now,
                    DueAt = _rig.Clock.Now,
                },
                default);

        Assert.Equal(isDue, (await _rig.Watch.Due(default)).Contains(MailroomRig.Inbox));
    }

    [Fact]
    public async Task A_second_run_leaves_a_mailbox_alone_that_one_reads()
    {
        Arrive(1, 1);
        _rig.Cursor = _rig.Cursor with { LeasedUntil = _rig.Clock.Now.AddSeconds(30) };

        Assert.Equal(RunResult.NotMine, await _rig.Read());
        Assert.Equal(RunResult.NotMine, await _rig.Read("other@hub.example"));
        Assert.Empty(_rig.Mails.All);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("original")]
    [InlineData("move")]
    [InlineData("draft")]
    [InlineData("send")]
    public async Task A_mailbox_that_is_overloaded_is_left_alone_as_long_as_it_asks_and_then_everything_is_done_once(string what)
    {
        Arrive(1, 3);
        _rig.Mailbox.Fails = asked => asked == what ? new(Failure.Overloaded, "the mailbox answered 429", TimeSpan.FromSeconds(90)) : null;
        Assert.Equal(RunResult.Waiting, await Run(what));
        _rig.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(RunResult.NotMine, await Run(what));

        _rig.Mailbox.Fails = _ => null;
        _rig.Clock.Advance(TimeSpan.FromSeconds(60));
        await _rig.RunToTheEnd();

        Assert.Equal((3, 3), (_rig.Notices.All.Count, _rig.Mailbox.Sent.Count));
    }

    [Fact]
    public async Task A_message_that_the_mailbox_refuses_to_move_holds_up_no_other_and_is_held_in_the_end()
    {
        Arrive(1, 3);
        _rig.Mailbox.Fails = asked => asked == "move" ? new(Failure.Refused, "the mailbox refused it (400)") : null;
        await _rig.RunToTheEnd();

        Assert.All(_rig.Mails.All, m => Assert.Equal(("MAILBOX_REFUSED", InboundMailStatus.Held), (m.Reasons.Single().Code, m.Fate)));
    }

    [Fact]
    public async Task A_long_mail_is_read_as_a_short_one()
    {
        var annex = string.Concat(Enumerable.Repeat("The annex names further offices of the same State.\n", 8_000));
        _rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", $"{MailroomRig.Note("PMV/1/2025")}\n\n{annex}"));
        await _rig.RunToTheEnd();

        Assert.Equal("NV 1", _rig.Mails.All.Single().Subject);
        Assert.Equal(InboundMailStatus.Notice, _rig.Mails.All.Single().Fate);
    }

    [Fact]
    public async Task A_mail_whose_reading_outlasts_the_lease_is_read_once()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail(MailroomRig.Slow, MailroomRig.Note("PMV/1/2025")));
        _rig.Clock.Ticks = TimeSpan.FromMilliseconds(10);
        var run = _rig.Read();
        await _rig.Reading;
        for (var i = 0; i < 4; i++)
        {
            _rig.Clock.Advance(MailroomRig.Lease / 2);
            var now = _rig.Clock.Now;
            await Eventually.True(() => _rig.LeasedUntil == now + MailroomRig.Lease, "the lease is renewed");
        }
        Assert.Equal(RunResult.NotMine, await _rig.Read());
        _rig.GoOn.SetResult();
        await run;

        Assert.Equal(InboundMailStatus.Notice, _rig.Mails.All.Single().Fate);
        Assert.Single(_rig.Reads);
    }

    [Theory]
    [InlineData(MailroomRig.Mission, 1)]
    [InlineData("stranger@elsewhere.example", 0)]
    public async Task Files_are_opened_where_it_is_known_who_sent_them_and_for_nobody_else(string sender, int opened)
    {
        var attachment = Convert.ToBase64String(
            "The Mission presents its compliments. The Office of Cooperation is the central authority under article 18 of UNTOC."u8);
        _rig.Mailbox.Arrive($"""
            Authentication-Results: mx.hub.example; dmarc=pass header.from={sender.Split('@')[1]}
            From: {sender}
            To: {MailroomRig.Inbox}
            Subject: A note
            Message-ID: <1@{sender.Split('@')[1]}>
            MIME-Version: 1.0
            Content-Type: application/octet-stream; name="note.txt"
            Content-Transfer-Encoding: base64

            {attachment}
            """);
        await _rig.RunToTheEnd();

        Assert.Equal(opened, _rig.Files.Opened);
        Assert.Equal(opened == 0 ? InboundMailStatus.Held : InboundMailStatus.Notice, _rig.Mails.All.Single().Fate);
    }

    [Fact]
    public async Task Answers_keep_the_pace_of_their_mailbox()
    {
        var rig = new MailroomRig(new SendingPace(2, TimeSpan.FromMinutes(1)));
        foreach (var i in Enumerable.Range(1, 5))
            rig.Mailbox.Arrive(MailroomRig.Mail($"NV {i}", MailroomRig.Note($"PMV/{i}/2025")));
        await rig.Read();
        Assert.Empty(rig.Mailbox.Sent);
        await rig.Send();
        Assert.Equal(2, rig.Mailbox.Sent.Count);

        await rig.RunToTheEnd();
        Assert.Equal(5, rig.Mailbox.Sent.Count);
    }

    [Fact]
    public async Task A_subscription_is_made_once_and_renewed_before_two_days_are_over()
    {
        await _rig.Read();
        _rig.Clock.Advance(TimeSpan.FromHours(46));
        await _rig.Read();
        Assert.Single(_rig.Mailbox.Subscribed);
        _rig.Clock.Advance(TimeSpan.FromHours(2));
        await _rig.Read();

        Assert.Equal([null, "subscription-1"], _rig.Mailbox.Subscribed.Select(s => s.Id));
        Assert.Single(_rig.Mailbox.Subscribed.Select(s => s.Secret).Distinct());
    }

    [Fact]
    public async Task A_notification_is_heeded_by_its_secret_alone_and_one_of_a_removed_subscription_makes_a_new_one()
    {
        await _rig.Read();
        var secret = _rig.Mailbox.Subscribed.Single().Secret;

        Assert.Empty(await _rig.Subscriptions.Heed([new("subscription-1", null), new("subscription-1", "guess"), new(null, "")], default));
        Assert.Equal([MailroomRig.Inbox], await _rig.Subscriptions.Heed([new("subscription-1", secret)], default));
        Assert.Equal([MailroomRig.Inbox], await _rig.Subscriptions.Heed([new("subscription-1", secret, "subscriptionRemoved")], default));
        await _rig.Read();

        Assert.Equal([null, null], _rig.Mailbox.Subscribed.Select(s => s.Id));
    }

    [Fact]
    public async Task An_address_gets_fifty_answers_a_day_and_no_more()
    {
        Arrive(1, 55);
        await _rig.RunToTheEnd(200);

        Assert.Equal((55, 50), (_rig.Notices.All.Count, _rig.Mailbox.Sent.Count));
        Assert.Equal(5, _rig.Outbox.All.Count(a => a is { State: OutboxState.Dropped, Kind: OutboxKind.Acknowledgement }));
    }

    [Fact]
    public async Task A_mail_that_is_dealt_with_while_another_mailbox_looks_for_words_to_say_is_answered_once()
    {
        var rig = await DiedOnceTheNoticeWasRouted();
        rig.Outbox.BehindReplies = async () =>
        {
            rig.Outbox.BehindReplies = () => Task.CompletedTask;
            await rig.RunToTheEnd();
        };

        await rig.News.Tell(default);
        await rig.RunToTheEnd();

        Assert.Single(rig.Mailbox.Sent);
    }

    [Fact]
    public async Task A_form_that_speaks_for_another_state_is_held_and_no_notice()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", MailroomRig.Note("PMV/1/2025"), verdict: "fail"));
        await _rig.RunToTheEnd();
        var held = _rig.Mails.All.Single();

        // Called back, and taken for another State's: the note says otherwise.
        var decided = await _rig.Held.Decide(
            held.Id, Callers.First, new(MailDecisionKind.Release, Sample.OtherState, OfficeRole.Mission, "the mission", null), default);
        Assert.IsType<MailDecisionResult.Taken>(decided);
        await _rig.RunToTheEnd();

        Assert.Equal(
            (InboundMailStatus.Held, "OTHER_STATE"),
            (_rig.Mails.All.Single().Fate, _rig.Mails.All.Single().Reasons.Single().Code));
        // Which, and by which words.
        Assert.StartsWith($"{Sample.State}: ", _rig.Mails.All.Single().Reasons.Single().Detail, StringComparison.Ordinal);
        Assert.Empty(_rig.Notices.All);
    }

    [Theory]
    [InlineData(false, "Re: your question [{0}]")]
    [InlineData(true, "Re: your question [{0}]")]
    [InlineData(true, "about {0}")]
    public async Task An_answer_finds_its_notice_by_the_short_name_as_by_the_id(bool byName, string subject)
    {
        const string Id = "XAA-0192d3a4b5c67d7e8f90a1b2c3d4e5f6";
        _rig.Notices.Put(Desk.Notice(Id, NoticeStatus.Query, Desk.NewPair()));
        var named = byName ? NoticeReference.Of(Id)!.ToLowerInvariant() : Id;
        _rig.Mailbox.Arrive(MailroomRig.Mail(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, subject, named), "It is the Office of the Attorney General."));
        await _rig.RunToTheEnd();
        Assert.Equal(NoticeStatus.Superseded, _rig.Notices.All.Single(n => n.Id == Id).Status);
        Assert.Equal(Id, Notice.Amended(_rig.Notices.All.Single(n => n.Id != Id).Form));
    }

    [Theory]
    [InlineData("This is not ours. We do not agree.")]
    [InlineData("The Permanent Mission presents its compliments to the Office and has the honour to inform it that it objects to this.")]
    public async Task A_mission_that_objects_to_what_its_authority_sent_is_read_by_a_person_and_confirms_nothing(string words)
    {
        const string Id = "XAA-0192d3a4b5c67d7e8f90a1b2c3d4e5f6";
        _rig.Notices.Put(Desk.Notice(Id, NoticeStatus.Held, Desk.NewPair(), Callers.Authority));
        _rig.Mailbox.Arrive(MailroomRig.Mail($"Re: {Id}", words, headers: "In-Reply-To: <x@hub.example>"));
        await _rig.RunToTheEnd();
        var mail = _rig.Mails.All.Single();
        Assert.Equal((InboundMailStatus.ToRead, NoticeStatus.Held), (mail.Fate, _rig.Notices.All.Single().Status));

        // Released, it speaks for itself and not for the authority.
        await _rig.Held.Decide(
            mail.Id, Callers.First, new(MailDecisionKind.Release, Sample.State, OfficeRole.Mission, "the mission", null), default);
        await _rig.RunToTheEnd();
        Assert.Equal(InboundMailStatus.Notice, _rig.Mails.All.Single().Fate);
        Assert.Equal(NoticeStatus.Held, _rig.Notices.All.Single(n => n.Id == Id).Status);
        Assert.Equal(NoticeStatus.Query, _rig.Notices.All.Single(n => n.Id != Id).Status);
    }

    [Fact]
    public async Task What_is_left_of_a_mail_that_cannot_be_read_is_held()
    {
        _rig.Mailbox.Arrive("");
        await _rig.RunToTheEnd();

        Assert.Contains(_rig.Mails.All.Single().Fate, new[] { InboundMailStatus.Held, InboundMailStatus.NotANotice });
        Assert.Empty(_rig.Mailbox.Sent);
    }

    [Fact]
    public async Task A_mail_with_a_form_that_the_api_would_refuse_is_asked_about_and_cannot_be_approved()
    {
        Arrive(1, 1);
        await _rig.RunToTheEnd();
        var notice = _rig.Notices.All.Single();

        Assert.Equal(NoticeStatus.Query, notice.Status);
        Assert.Contains("F04", _rig.Mailbox.Sent.Single().Answer.Text, StringComparison.Ordinal);
        var decided = await _rig.Decisions.Decide(notice.Id, Callers.First, new(DecisionKind.Approve, "clear enough", null), default);
        Assert.IsType<DecisionResult.NotNow>(decided);
    }

    // What comes in is read by one run, and what goes out is sent by another.
    private async Task<RunResult> Run(string what)
    {
        var read = await _rig.Read();
        return what is "draft" or "send" ? await _rig.Send() : read;
    }

    private static async Task<MailroomRig> DiedOnceTheNoticeWasRouted()
    {
        for (var place = 1; place < 100; place++)
        {
            var rig = new MailroomRig { Hazard = { At = place } };
            rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", MailroomRig.Note("PMV/1/2025")));
            await Assert.ThrowsAsync<CrashException>(() => rig.Read());
            rig.Clock.Advance(TimeSpan.FromMinutes(2));
            rig.Hazard.Revive();
            if (rig.Notices.All.Any(n => n.Status == NoticeStatus.Query) && rig.Mails.All.Single().Fate == InboundMailStatus.Received)
                return rig;
        }
        throw new InvalidOperationException("There is no such place.");
    }

    private void Arrive(int first, int count)
    {
        foreach (var i in Enumerable.Range(first, count))
            _rig.Mailbox.Arrive(MailroomRig.Mail($"NV {i}", MailroomRig.Note($"PMV/{i}/2025")));
    }
}
