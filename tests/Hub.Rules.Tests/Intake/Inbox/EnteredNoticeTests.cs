using System.Text;
using System.Text.Json.Nodes;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Outbox;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>What a person makes of a mail that no parser could read.</summary>
public sealed class EnteredNoticeTests
{
    private const string Unreadable = "Постоянное представительство сообщает новые данные. тел. +999 1 555 0102";
    private readonly MailroomRig _rig = new();

    [Fact]
    public async Task The_mail_becomes_the_notice_that_a_person_makes_of_it_and_its_office_is_told_the_number()
    {
        var mail = await ToRead(Unreadable);
        var notice = Assert.IsType<SubmissionResult.Accepted>(await Enter(mail, Designation())).Notice;
        await _rig.RunToTheEnd();

        var settled = _rig.Mails.All.Single();
        Assert.Equal((InboundMailStatus.Notice, notice.Id), (settled.Fate, Assert.Single(settled.Notices)));
        Assert.Equal((EntryRoad.Mail, mail.Id, Callers.First.Name), (notice.Entered, notice.Mail, notice.Sender.Name));
        Assert.Equal("Notices", _rig.Mailbox.Folders[settled.Message]);
        Assert.Contains(
            await _rig.Outbox.RepliesTo(mail.Id, default), r => r is { Kind: OutboxKind.Acknowledgement, State: OutboxState.Sent });
    }

    [Fact]
    public async Task Sent_twice_it_is_one_notice()
    {
        var mail = await ToRead(Unreadable);
        Assert.True((await Entry(mail, Designation()))!.IsSettled);
        Assert.Null(await Enter(mail, Designation()));
        Assert.Single(_rig.Notices.All);
    }

    [Fact]
    public async Task Sent_again_after_a_crash_before_the_mail_was_settled_it_is_one_notice_and_the_mail_is_settled()
    {
        var mail = await ToRead(Unreadable);
        await Enter(mail, Designation());
        // As the mail was before.
        var waiting = (await _rig.Mails.Save(mail with { ETag = _rig.Mails.All.Single().ETag }, default))!;
        Assert.IsType<SubmissionResult.KeyReused>(await Enter(waiting, Designation("B/2")));
        Assert.Equal(InboundMailStatus.Notice, _rig.Mails.All.Single().Fate);
        Assert.Single(_rig.Notices.All);
    }

    [Fact]
    public async Task A_mail_that_a_colleague_dismisses_at_the_same_moment_stays_dismissed_and_whoever_entered_it_is_told()
    {
        var mail = await ToRead(Unreadable);
        // While its files are kept, after the look at the mail.
        var file = new SubmittedFile("scan.txt", "text/plain", () =>
        {
            _rig.Held.Decide(mail.Id, Callers.Second, new(MailDecisionKind.Dismiss, null, null, null, "a test"), default).Wait();
            return new MemoryStream("A note of the mission."u8.ToArray());
        });
        var entry = await Entry(mail, Designation(), file);
        Assert.IsType<SubmissionResult.Accepted>(entry!.Result);
        Assert.False(entry.IsSettled);
        Assert.Equal((InboundMailStatus.Dismissed, 0), (_rig.Mails.All.Single().Fate, _rig.Mails.All.Single().Notices.Count));
        Assert.Single(_rig.Notices.All);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_and_the_mail_still_waits()
    {
        var mail = await ToRead(Unreadable);
        Assert.IsType<SubmissionResult.Refused>(await Enter(mail, Sample.Notice(NoticeKind.NilDeclaration)));
        Assert.Equal(InboundMailStatus.ToRead, _rig.Mails.All.Single().Fate);
    }

    [Fact]
    public async Task A_stranger_is_told_nothing_of_the_notice_that_was_made_of_its_mail()
    {
        var mail = await ToRead("A question about the directory.", "somebody@elsewhere.example");
        Assert.Null(mail.Sender);
        var notice = Assert.IsType<SubmissionResult.Accepted>(await Enter(mail, Designation())).Notice;
        await _rig.Decisions.Decide(
            notice.Id, Callers.Second, new(Hub.Notices.DecisionKind.Reject, "+999 1 555 0100 is not yours", null), default);
        await _rig.News.Tell(default);
        await _rig.RunToTheEnd();
        Assert.DoesNotContain(await _rig.Outbox.RepliesTo(mail.Id, default), r => r.Kind != OutboxKind.Receipt);
    }

    [Fact]
    public async Task The_number_that_was_called_is_kept_with_who_answered()
    {
        var mail = await ToRead("A question about the directory.", "somebody@elsewhere.example");
        await _rig.Held.Decide(
            mail.Id, Callers.First, new(MailDecisionKind.Release, Sample.State, OfficeRole.Mission, "Ms X", null, "+99915550100"), default);
        Assert.Equal(("Ms X", "+99915550100"), (_rig.Mails.All.Single().Decision!.CalledBack, _rig.Mails.All.Single().Decision!.Number));
    }

    [Fact]
    public async Task What_was_typed_on_a_page_is_a_States_only_once_somebody_called_back_and_never_a_mail()
    {
        var typed = await Typed();
        Assert.Equal([EntryRoad.Own], EnteredNotices.Roads(typed));
        foreach (var road in new[] { EntryRoad.Mail, EntryRoad.Page })
            Assert.Null(await Entry(typed, Designation(), road));
        Assert.Empty(_rig.Notices.All);

        var made = Callers.Second.Making(new("reviewer-9", CallerKind.Secretariat));
        await _rig.Held.Decide(
            typed.Id, made, new(MailDecisionKind.Release, Sample.State, OfficeRole.Mission, "the mission", null, MailroomRig.Called),
            default);
        var called = _rig.Mails.All.Single();
        Assert.Equal((InboundMailStatus.ToRead, null, Sample.State), (called.Fate, called.DueAt, called.Sender?.State));
        Assert.Null(await Entry(called, Designation(), EntryRoad.Mail));
        await Entry(called, Designation(), EntryRoad.Page);
        var notice = _rig.Notices.All.Single();
        Assert.Equal(NoticeChannel.Page, notice.Channel());
        // Whoever called back has a word in it, as whoever entered it.
        foreach (var one in new[] { Callers.First, Callers.Second })
            Assert.Contains(notice.Authors, one.Is);
    }

    private async Task<MailRecord> Typed()
    {
        var pages = new TypedMails(_rig.Mails, _rig.Originals, MailroomRig.Settings, new FixedIdentifiers(), _rig.Clock);
        await pages.Take(
            new("Permanent Mission", MailroomRig.Mission, "Access", "A note verbale.", Language.English) { State = Sample.State }, default);
        return _rig.Mails.All.Single();
    }

    private async Task<MailRecord> ToRead(string text, string from = MailroomRig.Mission)
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail("Nota", text, from));
        await _rig.RunToTheEnd();
        var mail = _rig.Mails.All.Single();
        Assert.Equal(InboundMailStatus.ToRead, mail.Fate);
        return mail;
    }

    private static JsonObject Designation(string reference = "A/1") =>
        Sample.Designating(null, $$"""{"officialRef":"{{reference}}"}""");

    private async Task<SubmissionResult?> Enter(MailRecord mail, JsonObject form) => (await Entry(mail, form))?.Result;

    private Task<EnteredResult?> Entry(MailRecord mail, JsonObject form, params SubmittedFile[] files) =>
        Entry(mail, form, EntryRoad.Mail, files);

    private Task<EnteredResult?> Entry(MailRecord mail, JsonObject form, EntryRoad road, params SubmittedFile[] files) =>
        _rig.Entered.Accept(
            new(Callers.First.Entering(Sample.State, OfficeRole.Mission), form, Encoding.UTF8.GetBytes(form.ToJsonString()), files, null)
            {
                Entered = road,
            },
            mail.Id, default);
}
