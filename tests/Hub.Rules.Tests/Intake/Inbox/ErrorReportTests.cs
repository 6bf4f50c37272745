using System.Text;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>What a reader of the directory says is wrong with a record.</summary>
public sealed class ErrorReportTests
{
    private static readonly ErrorReport Report = new(
        "Reader of Dakar", "reader@dakar.example", Language.French, Sample.State, "record-1", "Office of Legal Cooperation",
        "Nobody answers.\r\nBcc: everybody@elsewhere.example", "reader\nkey-1");

    private readonly MailroomRig _rig = new();

    [Fact]
    public async Task It_waits_for_a_person_as_a_mail_does_and_nobody_is_answered()
    {
        await Keep(Report);
        await _rig.RunToTheEnd();
        var mail = Assert.Single(_rig.Mails.All);
        Assert.Equal((InboundMailStatus.ToRead, null), (mail.Fate, mail.DueAt));
        Assert.Equal(
            ("reader@dakar.example", Sample.State, Language.French, "record-1"),
            (mail.From, mail.Claimed!.Value, mail.Language, mail.Asks!.Record));
        Assert.Empty(await _rig.Outbox.RepliesTo(mail.Id, default));
        using var original = new StreamReader((await _rig.Originals.Open(mail.Original, default))!, Encoding.UTF8);
        var text = (await original.ReadToEndAsync()).ReplaceLineEndings("\n");
        Assert.Contains("Nobody answers.", text, StringComparison.Ordinal);
        Assert.Contains("Reader of Dakar", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\nBcc:", text.Split("\n\n")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_and_another_is_another()
    {
        await Keep(Report);
        await Keep(Report);
        await Keep(Report with { Key = "reader\nkey-2" });
        Assert.Equal(2, _rig.Mails.All.Count);
    }

    [Fact]
    public async Task Of_a_reader_whose_address_is_not_known_it_can_be_read_and_not_answered()
    {
        await Keep(Report with { Address = null });
        var mail = _rig.Mails.All.Single();
        Assert.Null(mail.From);
        var answer = new MailDecisionRequest(MailDecisionKind.Answer, null, null, null, "Thank you.") { Seen = mail.Mark };
        Assert.IsType<MailDecisionResult.Refused>(await _rig.Held.Decide(mail.Id, Callers.First, answer, default));
    }

    [Fact]
    public async Task A_person_dismisses_it()
    {
        await Keep(Report);
        var mail = _rig.Mails.All.Single();
        await _rig.Held.Decide(mail.Id, Callers.First, new(MailDecisionKind.Dismiss, null, null, null, "They moved.") { Seen = mail.Mark }, default);
        await _rig.RunToTheEnd();
        Assert.Equal(InboundMailStatus.Dismissed, _rig.Mails.All.Single().Fate);
    }

    private Task Keep(ErrorReport report) =>
        new ErrorReports(new(_rig.Mails, _rig.Originals, MailroomRig.Settings, new FixedIdentifiers(), _rig.Clock)).Keep(report, default);
}
