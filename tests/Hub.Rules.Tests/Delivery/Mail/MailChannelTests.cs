using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Mail;

public sealed class MailChannelTests
{
    [Fact]
    public async Task One_mail_tells_a_recipient_everything_new()
    {
        var rig = Rig("a", "b");
        rig.Register.Grow(3);
        await rig.Finish();
        Assert.Equal(["a@mission.example 1,2,3", "b@mission.example 1,2,3"], rig.Mails);
        Assert.Equal("a:000000000001-000000000003", rig.Sent[0].Message.Id);
        Assert.All(rig.Attempts, a => Assert.Equal((Attempt.Delivered, 3L), (a.Outcome, a.Sequence)));
    }

    [Fact]
    public async Task What_happens_during_a_round_is_in_the_next()
    {
        var rig = Rig("a", "b");
        rig.Register.Grow();
        rig.AfterSending = _ =>
        {
            rig.AfterSending = _ => { };
            rig.Register.Grow(2);
        };
        await rig.Finish();
        Assert.Equal(["a@mission.example 1", "b@mission.example 1", "a@mission.example 2,3", "b@mission.example 2,3"], rig.Mails);
    }

    [Fact]
    public async Task A_busy_day_is_a_few_mails()
    {
        var rig = Rig("a");
        for (var minute = 0; minute < 60; minute++)
        {
            rig.Register.Grow();
            await rig.Run();
            rig.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        await rig.Finish();
        Assert.All(rig.Sent.Zip(rig.Sent.Skip(1)), pair => Assert.Equal(TimeSpan.FromMinutes(5), pair.Second.At - pair.First.At));
        Assert.Equal("a@mission.example 1", rig.Mails.First());
        rig.AssertEverybodyWasToldOnce();
    }

    [Fact]
    public async Task What_nobody_is_told_of_reads_no_records_and_writes_two_times()
    {
        var rig = new MailRig(Sample.Withdrawn());
        rig.Register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"one"}""")));
        await rig.Enqueue();
        Assert.Equal((0, 2, 0), (rig.Register.VersionsRead, rig.Cursors.Saves, rig.Outbox.Writes));
    }

    [Fact]
    public async Task The_pace_is_kept_over_rounds_and_runs()
    {
        var rig = new MailRig { Pace = new(4, TimeSpan.FromMinutes(1)) };
        foreach (var id in Enumerable.Range(0, 10))
            rig.Subscribe($"m{id}");
        rig.Register.Grow();
        await rig.Run();
        Assert.Equal((3, rig.Clock.Now.AddMinutes(1)), (rig.Sent.Count, rig.Cursor.DueAt));
        rig.Register.Grow();
        await rig.Finish();
        Assert.All(rig.Sent, s => Assert.InRange(rig.Sent.Count(o => o.At >= s.At && o.At < s.At.AddMinutes(1)), 1, 3));
        rig.AssertEverybodyWasToldOnce();
    }

    [Fact]
    public async Task One_refused_address_does_not_stop_the_others()
    {
        var rig = Rig("a", "b", "c");
        rig.Register.Grow();
        rig.Answer = to => to.StartsWith('b') ? new(Failure.Refused, "address refused") : null;
        await rig.Finish();
        Assert.Equal(["a@mission.example 1", "c@mission.example 1"], rig.Mails);
        Assert.Equal([Attempt.Delivered, "address refused", Attempt.Delivered], rig.Attempts.Select(a => a.Outcome));
    }

    [Fact]
    public async Task A_throttled_mailbox_waits_as_long_as_it_was_told_and_goes_on_where_it_was()
    {
        var rig = Rig("a", "b");
        rig.Register.Grow();
        rig.Answer = to => to.StartsWith('b') ? new(Failure.Overloaded, "HTTP 429", TimeSpan.FromSeconds(90)) : null;
        Assert.Equal(RunResult.Waiting, await rig.Run());
        Assert.Equal(rig.Clock.Now.AddSeconds(90), rig.Cursor.DueAt);
        rig.Answer = _ => null;
        await rig.Finish();
        rig.AssertEverybodyWasToldOnce();
    }

    [Fact]
    public async Task Nobody_is_told_that_all_remained_as_it_was_nor_of_what_was_known()
    {
        var rig = new MailRig(Sample.Authority());
        rig.Subscribe("a");
        rig.Register.Change(new Change.Confirm(Sample.Record));
        await rig.Finish();
        Assert.Empty(rig.Sent);
    }

    [Fact]
    public void Designated_authorities_read_at_their_office_in_a_language_they_speak()
    {
        var authority = Sample.Authority();
        var spoken = authority with
        {
            Id = "spoken",
            Restricted = authority.Restricted with
            {
                Emails = [new("person@justice.example", Functional: false), new("office@justice.example")],
                LanguagesSpoken = ["pt", "fr"],
            },
        };
        var withdrawn = Sample.Withdrawn() with { Id = "withdrawn" };
        var silent = authority with { Id = "silent", Restricted = authority.Restricted with { Emails = [] } };
        var recipient = Assert.Single(Recipient.AuthoritiesOf(Sample.Register(spoken, withdrawn, silent), Sample.Today));
        Assert.Equal(
            ("authority-spoken", "office@justice.example", Language.French),
            (recipient.Id, recipient.Address, recipient.Language));
    }

    [Fact]
    public async Task The_writer_gets_the_record_before_and_after_as_the_event_left_it()
    {
        var rig = new MailRig(Sample.Authority());
        rig.Register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"one"}""")));
        rig.Register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"two"}""")));
        await rig.Run();
        Assert.Equal(
            [(Sample.Marker, "one"), ("one", "two")],
            rig.Writer.Told.Select(c => (c.Before!.Restricted.Comments!, c.After!.Restricted.Comments!)));
    }

    private static MailRig Rig(params string[] recipients)
    {
        var rig = new MailRig();
        foreach (var id in recipients)
            rig.Subscribe(id);
        return rig;
    }
}
