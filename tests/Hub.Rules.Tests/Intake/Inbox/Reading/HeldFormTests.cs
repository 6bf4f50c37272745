using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Notices;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Inbox.Reading;

public sealed class HeldFormTests : InboxCase
{
    [Fact]
    public async Task A_mail_that_is_held_again_is_released_only_by_whoever_saw_why()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", MailroomRig.Note("PMV/1/2025"), verdict: "fail"));
        await _rig.RunToTheEnd();
        var before = _rig.Mails.All.Single();
        await Release(Sample.OtherState, before.Mark);
        await _rig.RunToTheEnd();
        var again = _rig.Mails.All.Single();
        Assert.Equal((before.Fate, "OTHER_STATE"), (again.Fate, again.Reasons.Single().Code));

        foreach (var seen in new[] { before.Mark, null })
            Assert.IsType<MailDecisionResult.NotNow>(await Release(Sample.State, seen));
        Assert.Equal(again, _rig.Mails.All.Single());
        Assert.IsType<MailDecisionResult.Taken>(await Release(Sample.State, again.Mark));

        Task<MailDecisionResult> Release(StateCode state, string? seen) => _rig.Held.Decide(
            before.Id, Callers.First,
            new(MailDecisionKind.Release, state, OfficeRole.Mission, "the mission", null, MailroomRig.Called) { Seen = seen }, default);
    }

    [Fact]
    public async Task A_form_that_speaks_for_another_state_is_held_and_no_notice()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", MailroomRig.Note("PMV/1/2025"), verdict: "fail"));
        await _rig.RunToTheEnd();
        var held = _rig.Mails.All.Single();

        // Called back, and taken for another State's: the note says otherwise.
        var decided = await _rig.Held.Decide(
            held.Id, Callers.First,
            new(MailDecisionKind.Release, Sample.OtherState, OfficeRole.Mission, "the mission", null, MailroomRig.Called), default);
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
            mail.Id, Callers.First,
            new(MailDecisionKind.Release, Sample.State, OfficeRole.Mission, "the mission", null, MailroomRig.Called), default);
        await _rig.RunToTheEnd();
        Assert.Equal(InboundMailStatus.Notice, _rig.Mails.All.Single().Fate);
        Assert.Equal(NoticeStatus.Held, _rig.Notices.All.Single(n => n.Id == Id).Status);
        Assert.Equal(NoticeStatus.Query, _rig.Notices.All.Single(n => n.Id != Id).Status);
    }
}
