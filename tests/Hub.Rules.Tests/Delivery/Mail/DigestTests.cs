using Hub.Delivery.Mail;
using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Mail;

public sealed class DigestTests
{
    private static readonly DateTimeOffset NextMorning = new(2025, 3, 15, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NextMonday = new(2025, 3, 17, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Digests_go_in_the_morning_and_weekly_ones_on_monday()
    {
        Assert.Equal(NextMorning, DigestTimes.Morning.Next(Cadence.Daily, Sample.Now));
        Assert.Equal(NextMonday, DigestTimes.Morning.Next(Cadence.Weekly, Sample.Now));
        Assert.Equal(DayOfWeek.Monday, NextMonday.DayOfWeek);
        Assert.Equal(NextMorning.AddDays(1), DigestTimes.Morning.Next(Cadence.Daily, NextMorning));
        Assert.True(DigestTimes.Morning.Faster(60).Next(Cadence.Daily, Sample.Now) - Sample.Now <= TimeSpan.FromMinutes(24));
    }

    [Fact]
    public async Task A_digest_tells_of_the_day_at_its_time_and_holds_nobody_else_up()
    {
        var rig = Reading(Cadence.Daily);
        rig.Register.Grow();
        await rig.Run();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(rig.Cursor.HasWork(rig.Grown(), rig.Clock.Now));
        await rig.Run();
        Assert.Equal(["always@mission.example 2", "always@mission.example 3"], rig.Mails);
        Assert.Equal((3L, 0L), (rig.Cursor.Seen, rig.Cursor.Behind(3)));

        await rig.Finish();
        Assert.Equal(("digest@mission.example 2,3", NextMorning), (rig.Mails.Last(), rig.Sent[^1].At));
        Assert.Equal("digest:000000000002-000000000003", rig.Sent[^1].Message.Id);
    }

    [Fact]
    public async Task A_cursor_that_only_digests_wait_for_is_woken_by_an_event_or_by_their_time_and_by_nothing_else()
    {
        var rig = Reading(Cadence.Weekly);
        rig.Register.Grow();
        await rig.Run();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        await rig.Run();
        Assert.Equal(NextMonday, rig.Cursor.DueAt);
        Assert.False(rig.Cursor.HasWork(2, rig.Clock.Now));
        Assert.True(rig.Cursor.HasWork(3, rig.Clock.Now));
        Assert.True(rig.Cursor.HasWork(2, NextMonday));
    }

    [Fact]
    public async Task With_readers_at_once_only_the_cursor_reaches_the_head()
    {
        var rig = new MailRig();
        rig.Subscribe("a");
        rig.Register.Grow(3);
        Assert.Equal(RunResult.Resting, await rig.Run());
        Assert.Equal(3, rig.Cursor.Position);
    }

    [Theory]
    [InlineData(Cadence.Daily, Cadence.AtOnce)]
    [InlineData(Cadence.AtOnce, Cadence.Daily)]
    [InlineData(Cadence.Weekly, Cadence.Daily)]
    [InlineData(Cadence.Daily, Cadence.Weekly)]
    public async Task Who_changes_its_cadence_is_told_what_it_is_owed_with_the_next_round_and_then_by_the_new_one(
        Cadence before, Cadence after)
    {
        var rig = Reading(before);
        rig.Register.Grow();
        await rig.Run();
        rig.Choose("digest", after);
        rig.Register.Grow();
        rig.Clock.Advance(TimeSpan.FromMinutes(6));
        await rig.Run();
        Assert.Equal("digest@mission.example " + (before == Cadence.AtOnce ? "3" : "2,3"), rig.Mails.Last());
        await rig.Finish();
        rig.AssertEverybodyWasToldOnce();
    }

    [Fact]
    public async Task Who_wants_certain_States_and_matters_hears_of_them_only_and_gets_no_mail_without()
    {
        var rig = new MailRig(Sample.Authority());
        foreach (var id in new[] { "all", "matter", "state", "other" })
            rig.Subscribe(id);
        rig.Choose("matter", Cadence.AtOnce, matters: [Matter.Mla]);
        rig.Choose("state", Cadence.AtOnce, states: [Sample.State]);
        rig.Choose("other", Cadence.AtOnce, states: [Sample.OtherState]);
        rig.Register.Grow();
        rig.Register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"one"}""")));
        await rig.Finish();
        var told = rig.Mails.Where(m => !m.StartsWith("cooperation", StringComparison.Ordinal));
        Assert.Equal(["all@mission.example 1,2", "matter@mission.example 2", "state@mission.example 1,2"], told);
    }

    [Fact]
    public async Task When_a_mailbox_comes_digests_of_the_old_one_are_told_by_the_old_one()
    {
        var rig = Reading(Cadence.Daily);
        rig.Register.Grow();
        await rig.Run();
        rig.Staff("second");
        rig.Register.Grow();
        await rig.Finish();
        rig.AssertEverybodyWasToldOnce();
        Assert.Equal(["2", "2"], rig.MailsFrom("mailbox"));
        Assert.Equal(["3", "3"], rig.MailsFrom("second"));
    }

    // "always" reads at once, "digest" as it is said, from the second event on.
    private static MailRig Reading(Cadence cadence)
    {
        var rig = new MailRig();
        rig.Choose("digest", cadence);
        rig.Register.Grow();
        rig.Run().GetAwaiter().GetResult();
        rig.Clock.Advance(TimeSpan.FromMinutes(6));
        rig.Subscribe("always");
        rig.Subscribe("digest");
        return rig;
    }
}
