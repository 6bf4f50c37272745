using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Inbox.Reading;

public sealed class UnreadableMailTests : InboxCase
{
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
}
