using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

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
        rig.Register.Grow();
        await rig.Run();
        Assert.Equal(["always@mission.example 2", "always@mission.example 3"], rig.Mails);
        Assert.Equal(NextMorning, Assert.Single(rig.Outbox.Open).DueAt);

        await rig.Finish();
        Assert.Equal(("digest@mission.example 2,3", NextMorning), (rig.Mails.Last(), rig.Sent[^1].At));
        Assert.Equal("digest:000000000002-000000000003", rig.Sent[^1].Message.Id);
    }

    [Theory]
    [InlineData(Cadence.Daily, Cadence.AtOnce)]
    [InlineData(Cadence.AtOnce, Cadence.Daily)]
    [InlineData(Cadence.Weekly, Cadence.Daily)]
    [InlineData(Cadence.Daily, Cadence.Weekly)]
    public async Task Who_changes_its_cadence_is_told_what_waits_by_whichever_is_sooner_and_then_by_the_new_one(
        Cadence before, Cadence after)
    {
        var rig = Reading(before);
        rig.Register.Grow();
        await rig.Run();
        rig.Choose("digest", after);
        rig.Register.Grow();
        rig.Clock.Advance(TimeSpan.FromMinutes(6));
        await rig.Finish();
        rig.AssertEverybodyWasToldOnce();
        var sooner = after == Cadence.AtOnce ? rig.Sent[^1].At < NextMorning : rig.Sent[^1].At == NextMorning;
        Assert.True(sooner, $"told at {rig.Sent[^1].At:u}");
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
    public async Task A_digest_that_waits_is_sent_by_the_mailbox_that_sends_when_its_time_has_come()
    {
        var rig = Reading(Cadence.Daily);
        rig.Register.Grow();
        await rig.Run();
        rig.Staff("second");
        rig.Register.Grow();
        await rig.Finish();
        rig.AssertEverybodyWasToldOnce();
        Assert.Equal(["2"], rig.MailsFrom("mailbox"));
        Assert.Equal(["3", "2,3"], rig.MailsFrom("second"));
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
