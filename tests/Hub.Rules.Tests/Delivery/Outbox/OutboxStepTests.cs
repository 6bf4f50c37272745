using Hub.Delivery.Outbox;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox;

/// <summary>One step of a mailbox: what becomes of its mail, value by value, by what is to be done about it.</summary>
public sealed class OutboxStepTests : IMailComposer
{
    private static readonly Cursor Cursor = new() { Channel = OutboxSender.ChannelName, Name = "mailbox", Position = 7, Work = "w" };
    private static readonly Step Moved = new Step.Moved(7, "w");
    private readonly MailRig _rig = new() { Pace = new(2, TimeSpan.FromMinutes(1)) };
    private readonly MemoryDeliveries _deliveries = new();
    private Func<OutboxMail, Composition> _composition;
    private bool _isOutage;
    private ChannelRun _run;

    public OutboxStepTests()
    {
        _composition = mail => Ready(Message(mail));
        _run = new(new(_rig.Register));
    }

    private DateTimeOffset Now => _rig.Clock.Now;

    private static OutboxMail Held => OutboxMails.HeldNotice("m", "XAA-1", Sample.Now, Sample.Now);

    private OutboxMail Row => _rig.Outbox[Held.Id];

    [Fact]
    public async Task A_mail_goes_and_its_row_its_draft_and_its_delivery_say_so()
    {
        var drafts = new List<MailDraft>();
        _composition = mail => new Composition.Ready((m, _) => Task.FromResult<MailMessage?>(Message(m)))
        {
            Drafted = (draft, _) =>
            {
                drafts.Add(draft);
                return Task.CompletedTask;
            },
            Tells = new Dictionary<string, string> { ["XAA-1"] = "HELD-0" },
        };
        _rig.AfterSending = _ => _rig.Clock.Advance(TimeSpan.FromMilliseconds(1500));
        await Add(Held);
        Assert.Equal(Moved, await Step());
        Assert.Equal(
            (OutboxState.Sent, "mailbox", "0", "HELD-0", Now), (Row.State, Row.Mailbox, Row.Draft, Row.Tells!["XAA-1"], Row.DoneAt!.Value));
        Assert.Equal(new("0", "<draft-0@hub.example>"), Assert.Single(drafts));
        Assert.Equal(
            new Attempt("mail", "m", Held.Id, 0, Sample.Now, Attempt.Delivered, 1500) { MessageId = "<draft-0@hub.example>" },
            Assert.Single(_deliveries.All));
        Assert.Equal([Sample.Now], (await _rig.Outbox.Pace("mailbox", default)).Sent);
        Assert.Equal(Held.Id, Assert.Single(_rig.Sent).Message.Id);
    }

    [Fact]
    public async Task What_goes_to_a_partner_is_not_among_the_deliveries()
    {
        await Add(OutboxMails.Claim("p", "XAA-1", "wacap", Now));
        await Step();
        Assert.Single(_rig.Sent);
        Assert.Empty(_deliveries.All);
    }

    [Fact]
    public async Task What_is_too_early_waits_and_what_has_no_reason_any_more_is_dropped_without_a_word()
    {
        await Add(Held);
        _composition = _ => new Composition.Later(Now.AddHours(1));
        Assert.Equal(Moved, await Step());
        Assert.Equal((OutboxState.Waiting, Now.AddHours(1), 0), (Row.State, Row.DueAt!.Value, Row.Attempts));

        _rig.Clock.Advance(TimeSpan.FromHours(1));
        _composition = _ => new Composition.Gone("it was confirmed");
        Assert.Equal(Moved, await Step());
        Assert.Equal((OutboxState.Dropped, "it was confirmed"), (Row.State, Row.Trouble));
        Assert.Empty(_deliveries.All);
        Assert.Empty(_rig.Sent);
    }

    [Fact]
    public async Task What_is_stopped_is_dropped_and_kept_as_not_sent()
    {
        await Add(Held);
        _composition = _ => new Composition.Stopped("5.1.1");
        Assert.Equal(Moved, await Step());
        Assert.Equal((OutboxState.Dropped, "5.1.1"), (Row.State, Row.Trouble));
        Assert.Equal("not sent, the address bounced: 5.1.1", Assert.Single(_deliveries.All).Outcome);
    }

    [Fact]
    public async Task What_has_lost_its_reason_once_it_is_begun_is_dropped()
    {
        await Add(Held);
        _composition = _ => Ready(null);
        Assert.Equal(Moved, await Step());
        Assert.Equal((OutboxState.Dropped, "its reason is gone"), (Row.State, Row.Trouble));
        Assert.Empty(_rig.Sent);
    }

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

    [Fact]
    public async Task A_mailbox_that_may_not_send_yet_waits_until_it_may_or_until_somebody_waits_for_a_mail()
    {
        foreach (var partner in new[] { "a", "b" })
            await Add(OutboxMails.Claim(partner, "XAA-1", "wacap", Now));
        await Step();
        Assert.Equal(new Step.Paced(Now.AddMinutes(1), "w", Seen: 0), await Step());
        var receipt = OutboxMails.Reply(OutboxKind.Receipt, "mail", "mailbox", Now);
        await Add(receipt);
        _run = new(new(_rig.Register));
        Assert.Equal(Moved, await Step());
        Assert.Equal(OutboxState.Sent, _rig.Outbox[receipt.Id].State);
        await Add(OutboxMails.Reply(OutboxKind.Receipt, "another", "mailbox", Now));
        _run = new(new(_rig.Register));
        Assert.Equal(new Step.Paced(Now.AddMinutes(1), "w"), await Step());
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(9, 5)]
    public async Task A_short_wait_is_for_what_is_due_or_until_the_next_look(int due, int waits)
    {
        var rig = new MailRig { ShortWait = TimeSpan.FromSeconds(10) };
        await rig.Outbox.Add(Held with { DueAt = Now.AddSeconds(due) }, default);
        Assert.Equal(new Step.Paced(Now.AddSeconds(waits), "w"), await Sender(rig).Advance(Cursor, new(new(rig.Register)), default));
    }

    [Fact]
    public async Task Another_mailboxs_mails_are_left_to_it()
    {
        await Add(Held with { Mailbox = "second" });
        Assert.False(await Sender().HasWork(Cursor, _run, default));
        await Add(OutboxMails.Claim("p", "XAA-1", "wacap", Now));
        Assert.True(await Sender().HasWork(Cursor, new(new(_rig.Register)), default));
        Assert.Equal(("outbox", 6), (Sender().Name, Sender().MostBegun));
    }

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

    bool IMailComposer.Writes(OutboxKind kind) => true;

    Task<Composition> IMailComposer.Compose(OutboxMail mail, OutboxRun run, CancellationToken cancel) =>
        Task.FromResult(_composition(mail));

    private static Composition.Ready Ready(MailMessage? message) => new((_, _) => Task.FromResult(message));

    private static Dictionary<string, string> Telling(string mark) => new() { ["XAA-1"] = mark };

    private static MailMessage Message(OutboxMail mail) => new(mail.MailId, "m@mission.example", "", "", "text");

    private async Task Add(OutboxMail mail) => Assert.True(await _rig.Outbox.Add(mail, default));

    private Task<Step> Step() => Sender().Advance(Cursor, _run, default);

    private OutboxSender Sender(MailRig? rig = null)
    {
        rig ??= _rig;
        var failures = new OutboxFailures(
            rig.Outbox, _deliveries, new(rig.Failures, new FixedIdentifiers(), rig.Clock), new(_ => _isOutage), rig.Settings, rig.Clock);
        var recipients = new RecipientProfiles(rig.Register, rig.Subscribers, new MemoryChoices(), rig.Book, rig.Clock);
        var queue = new OutboxQueue(rig.Outbox, rig.Senders, [this], recipients, rig.Register, rig.Settings, rig.Clock);
        return new(rig.Outbox, queue, new(rig.Outbox, rig, _deliveries, rig.Clock), failures, rig.Settings, rig.Clock);
    }
}
