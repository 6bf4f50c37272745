using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Notices.Outbox;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>A person of the Secretariat answers a mail that waits for one.</summary>
public sealed class AnsweredMailTests
{
    private const string Answer = "The edition is at the address below.";
    private readonly MailroomRig _rig = new();

    [Fact]
    public async Task Its_sender_gets_the_answer_once_and_the_mail_is_settled_with_it()
    {
        var mail = await Waiting();
        Assert.IsType<MailDecisionResult.Taken>(await Decide(mail, Answer));
        Assert.IsType<MailDecisionResult.NotNow>(await Decide(mail, Answer));
        await _rig.RunToTheEnd();

        var settled = _rig.Mails.All.Single();
        Assert.Equal((InboundMailStatus.Answered, (DateTimeOffset?)null, Answer), (settled.Fate, settled.DueAt, settled.Decision!.Reason));
        Assert.Single(_rig.Outbox.All, m => m.Kind == OutboxKind.PersonalReply);
        Assert.Contains("Answered", _rig.Mailbox.Folders.Values);
    }

    [Fact]
    public async Task Without_words_nothing_is_answered()
    {
        var mail = await Waiting();
        var refused = Assert.IsType<MailDecisionResult.Refused>(await Decide(mail, " "));
        Assert.Equal([MailFault.Text], refused.Faults);
        Assert.Equal(mail.Fate, _rig.Mails.All.Single().Fate);
    }

    [Fact]
    public async Task A_mail_without_an_address_cannot_be_answered()
    {
        var mail = await Waiting();
        await _rig.Mails.Save(mail with { From = null }, default);
        Assert.Equal([MailFault.NoAddress], Assert.IsType<MailDecisionResult.Refused>(await Decide(mail, Answer)).Faults);
    }

    private async Task<MailRecord> Waiting()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail("A question", "Where is the new edition?", "somebody@elsewhere.example"));
        await _rig.RunToTheEnd();
        return _rig.Mails.All.Single();
    }

    private Task<MailDecisionResult> Decide(MailRecord mail, string text) =>
        _rig.Held.Decide(mail.Id, Callers.First, new(MailDecisionKind.Answer, null, null, null, text), default);
}
