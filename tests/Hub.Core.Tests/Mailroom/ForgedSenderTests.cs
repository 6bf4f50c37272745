using Hub.Core.Access;
using Hub.Core.Mailroom;
using Hub.Core.Tests.Builders;

namespace Hub.Core.Tests.Mailroom;

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
        Assert.Contains(_rig.Mails.All.Single().Fate, new[] { MailFate.Held, MailFate.ToRead });
    }

    [Fact]
    public async Task Once_somebody_called_back_and_found_it_genuine_its_sender_is_answered()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", MailroomRig.Note("PMV/1/2025"), verdict: "fail"));
        await _rig.RunToTheEnd();
        Assert.Empty(_rig.Mailbox.Sent);
        await _rig.Held.Decide(
            _rig.Mails.All.Single().Id, Callers.First,
            new(MailDecisionKind.Release, Sample.State, OfficeRole.Mission, "the mission", null), default);
        await _rig.RunToTheEnd();
        Assert.NotEmpty(_rig.Mailbox.Sent);
    }
}
