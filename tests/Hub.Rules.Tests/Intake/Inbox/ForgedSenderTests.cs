using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>Whoever did not write gets no answer: the owner of an address that somebody else put into a mail.</summary>
public sealed class ForgedSenderTests
{
    private const string Stranger = "somebody@victim.example";
    private readonly MailroomRig _rig = new();

    [Theory]
    [InlineData("vienna@mfa.example", "fail", 0)]
    [InlineData(Stranger, "fail", 0)]
    [InlineData(Stranger, "permerror", 0)]
    [InlineData(Stranger, "pass", 1)]
    [InlineData(Stranger, "none", 1)]
    public async Task A_receipt_goes_only_where_the_checks_did_not_fail(string from, string verdict, int receipts)
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail("Question", "Which edition is the current one, please?", from, verdict: verdict));
        await _rig.RunToTheEnd();
        Assert.Equal(receipts, _rig.Mailbox.Sent.Count);
        Assert.Contains(_rig.Mails.All.Single().Fate, new[] { InboundMailStatus.Held, InboundMailStatus.ToRead });
    }

    [Fact]
    public async Task Once_somebody_called_back_and_found_it_genuine_its_sender_is_answered()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", MailroomRig.Note("PMV/1/2025"), verdict: "fail"));
        await _rig.RunToTheEnd();
        Assert.Empty(_rig.Mailbox.Sent);
        await _rig.Held.Decide(
            _rig.Mails.All.Single().Id, Callers.First,
            new(MailDecisionKind.Release, Sample.State, OfficeRole.Mission, "the mission", null, MailroomRig.Called), default);
        await _rig.RunToTheEnd();
        Assert.NotEmpty(_rig.Mailbox.Sent);
    }

    [Fact]
    public async Task Who_set_the_address_of_a_mission_is_not_the_only_one_who_approves_what_comes_from_it()
    {
        var rig = new MailroomRig { SetBy = Callers.First.Person };
        rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", MailroomRig.Note("PMV/1/2025")));
        await rig.RunToTheEnd();
        Assert.Equal([new Author(Callers.First.Person, null, null)], rig.Notices.All.Single().Authors);
    }

    [Fact]
    public async Task Who_released_a_mail_as_an_office_s_does_not_approve_it_and_colleagues_do()
    {
        var made = Callers.First.Making(new("reviewer-9", CallerKind.Secretariat));
        _rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", MailroomRig.Note("PMV/1/2025"), verdict: "fail"));
        await _rig.RunToTheEnd();
        await _rig.Held.Decide(
            _rig.Mails.All.Single().Id, made,
            new(MailDecisionKind.Release, Sample.State, OfficeRole.Mission, "the mission", null, MailroomRig.Called), default);
        await _rig.RunToTheEnd();
        var notice = _rig.Notices.All.Single();
        Assert.Equal(Callers.First.Person, notice.ConfirmerMadeBy);
        _rig.Notices.Put(notice with { Status = NoticeStatus.Review, Form = Desk.NewPair(), Problems = [] });
        foreach (var one in new[] { Callers.First, made })
            Assert.IsType<DecisionResult.NotNow>(await Approve(one));
        Assert.IsType<DecisionResult.Taken>(await Approve(Callers.Second));
        Assert.IsType<DecisionResult.NotNow>(await Approve(Callers.First));

        Task<DecisionResult> Approve(Caller reviewer) =>
            _rig.Decisions.Decide(notice.Id, reviewer, new(DecisionKind.Approve, "because", null), default);
    }
}
