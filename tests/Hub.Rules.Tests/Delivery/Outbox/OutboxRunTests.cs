using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox;

/// <summary>Which mail of a mailbox goes next, when, and how long what was read of them is good.</summary>
public sealed class OutboxRunTests
{
    private static readonly DateTimeOffset Now = Sample.Now;
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(5);
    private readonly MemoryRegister _register = new(Sample.Authority());
    private int _recipientsRead;

    private static MailSettings Settings => new MailRig { Pace = new(2, TimeSpan.FromMinutes(1)) }.Settings;

    [Fact]
    public void What_was_left_in_doubt_goes_first_then_the_kind_decides_then_the_time_then_the_id()
    {
        var begun = OutboxMails.Changes("z", Now).Widened(0, 1, Now).Begun("box", Now, new());
        var (receipt, earlier, b, a, resend) = (
            OutboxMails.Reply(OutboxKind.Receipt, "mail", "box", Now), Claim("c", Now.AddSeconds(-1)), Claim("b", Now), Claim("a", Now),
            OutboxMails.Resend("m", 1, 2, Now));
        var run = Run(a, resend, b, earlier, receipt, begun);
        foreach (var next in new[] { begun, receipt, earlier, a, b, resend })
        {
            Assert.Equal(next.Id, run.Next(Settings, Now)!.Id);
            run.Remove(next);
        }
        Assert.Null(run.Next(Settings, Now));
        Assert.False(run.HasWork);
    }

    [Fact]
    public void A_mail_goes_when_it_is_due_and_its_pace_allows_it()
    {
        var run = Run(Claim("a", Now.AddSeconds(3)));
        Assert.Null(run.Next(Settings, Now));
        Assert.Equal(Now.AddSeconds(3), run.NextAt(Settings, Now));
        Assert.NotNull(run.Next(Settings, Now.AddSeconds(3)));

        run.Pace = run.Pace.Plus(OutboxKind.Changes, Settings, Now);
        Assert.Null(run.Next(Settings, Now.AddSeconds(3)));
        Assert.Equal(Now.AddMinutes(1), run.NextAt(Settings, Now.AddSeconds(3)));
        Assert.False(run.IsExhausted(Settings, Now));
        run.Pace = run.Pace.Plus(OutboxKind.Changes, Settings, Now);
        Assert.True(run.IsExhausted(Settings, Now));
        Assert.False(run.IsExhausted(Settings, Now.AddMinutes(1)));
    }

    [Fact]
    public void Of_several_mails_the_first_that_may_go_says_when_there_is_something_to_do()
    {
        var run = Run(Claim("late", Now.AddSeconds(9)), Claim("soon", Now.AddSeconds(3)));
        Assert.Equal(Now.AddSeconds(3), run.NextAt(Settings, Now));
    }

    [Fact]
    public void Rows_are_read_again_after_some_seconds_or_once_they_are_dealt_with_and_where_others_wrote_them()
    {
        var run = New();
        Assert.True(run.IsStale(Now, Lasts));
        run.Take([], Now);
        Assert.False(run.IsStale(Now, Lasts));
        Assert.False(run.IsStale(Now + Lasts - TimeSpan.FromTicks(1), Lasts));
        Assert.True(run.IsStale(Now + Lasts, Lasts));
        run.Take([Claim("a", Now), Claim("b", Now)], Now);
        run.Remove(Claim("a", Now));
        Assert.False(run.IsStale(Now, Lasts));
        run.Remove(Claim("b", Now));
        Assert.True(run.IsStale(Now, Lasts));
        run.Take([], Now);
        Assert.False(run.IsStale(Now, Lasts));
        run.Forget();
        Assert.True(run.IsStale(Now, Lasts));
    }

    [Fact]
    public void The_mail_under_way_is_work_and_not_taken_twice()
    {
        var run = New();
        Assert.False(run.HasWork);
        run.Current = new(Claim("a", Now), null, false);
        Assert.True(run.HasWork);
        run.Take([Claim("a", Now), Claim("b", Now)], Now);
        run.Current = null;
        Assert.Equal(Claim("b", Now).Id, run.Next(Settings, Now)!.Id);
        run.Remove(Claim("b", Now));
        Assert.False(run.HasWork);
    }

    [Fact]
    public async Task Recipients_are_read_again_for_whoever_is_not_known_and_with_every_look()
    {
        var run = New();
        Assert.Null(await run.Recipient("m", default));
        Assert.Null(await run.Recipient("m", default));
        Assert.Equal(2, _recipientsRead);
    }

    [Fact]
    public async Task A_change_is_told_with_the_record_before_and_after_and_each_is_read_once()
    {
        _register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"one"}""")));
        _register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"two"}""")));
        _register.Grow();
        var run = New();
        var events = await run.Events(0, 3, default);
        Assert.Equal([1L, 2L, 3L], events.Select(e => e.Sequence));
        for (var i = 0; i < 2; i++)
        {
            var changes = await run.Changes(events, default);
            Assert.Equal([(1, 2), (2, 3), (0, 0)], changes.Select(c => (c.Before?.Version ?? 0, c.After?.Version ?? 0)));
            // The present version is in the register as it was read.
            Assert.Equal(3, _register.VersionsRead);
        }
        Assert.Equal([2L], (await run.Events(1, 2, default)).Select(e => e.Sequence));
    }

    private static OutboxMail Claim(string partner, DateTimeOffset due) =>
        OutboxMails.Claim(partner, "XAA-1", "wacap", Now) with { DueAt = due };

    private OutboxRun Run(params OutboxMail[] rows)
    {
        var run = New();
        run.Take(rows, Now);
        return run;
    }

    private OutboxRun New() => new("box", new("box"), new ChannelRun(new(_register)), Recipients, _register);

    private Task<IReadOnlyDictionary<string, RecipientProfile>> Recipients(CancellationToken cancel)
    {
        _recipientsRead++;
        return Task.FromResult<IReadOnlyDictionary<string, RecipientProfile>>(new Dictionary<string, RecipientProfile>());
    }
}
