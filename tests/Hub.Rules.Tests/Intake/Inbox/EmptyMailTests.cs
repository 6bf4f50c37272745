using Hub.Intake.Inbox;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>What an office meant to send, and did not, is not lost in silence.</summary>
public sealed class EmptyMailTests
{
    private readonly MailroomRig _rig = new();

    [Theory]
    [InlineData("")]
    [InlineData("--\nThird Secretary, Permanent Mission")]
    [InlineData("> what was said before")]
    public async Task An_office_is_told_what_to_send_and_a_person_sees_its_empty_mail(string text)
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail("NV 12", text));
        await _rig.RunToTheEnd();
        Assert.Equal(InboundMailStatus.ToRead, _rig.Mails.All.Single().Fate);
        var (_, answer) = Assert.Single(_rig.Mailbox.Sent);
        Assert.Contains("No text and no file was found", answer.Text, StringComparison.Ordinal);
        Assert.Empty(_rig.Notices.All);
    }

    [Fact]
    public async Task A_stranger_s_empty_mail_is_no_notice_and_not_answered()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail("NV 12", "", "somebody@elsewhere.example"));
        await _rig.RunToTheEnd();
        Assert.Equal(InboundMailStatus.NotANotice, _rig.Mails.All.Single().Fate);
        Assert.Empty(_rig.Mailbox.Sent);
    }

    [Fact]
    public async Task An_empty_mail_that_only_says_to_be_an_office_s_is_held_and_its_owner_hears_nothing()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail("NV 12", "", verdict: "fail"));
        await _rig.RunToTheEnd();
        Assert.Equal(InboundMailStatus.Held, _rig.Mails.All.Single().Fate);
        Assert.Empty(_rig.Mailbox.Sent);
    }
}
