using Hub.Intake.Inbox;
using Hub.Notices.Outbox;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>I11: what goes wrong about one mail is that mail's. A person sees it, and the mails behind it are dealt with.</summary>
public sealed class PoisonedMailTests
{
    private readonly MailroomRig _rig = new();

    [Fact]
    public async Task A_form_that_is_no_text_stops_no_mail_behind_it()
    {
        _rig.Mailbox.Arrive(WithFile("form.csv", "text/csv", "designation/1,,,\r\nA1,State,,\uFFFE\r\nA2\uFFFE,é\uFFFE,,\uFFFE\r\n"));
        _rig.Mailbox.Arrive(WithFile(
            "form.json", "application/json", """{"form":"designation/1","fields":[{"code":"A1","value":"\ufffe"}]}"""));
        _rig.Mailbox.Arrive(WithFile("note.txt", "text/plain", "\uFFFE é"));
        _rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", MailroomRig.Note("PMV/1/2025")));
        await _rig.RunToTheEnd();

        Assert.All(_rig.Mails.All, m => Assert.NotEqual(InboundMailStatus.Received, m.Fate));
        Assert.Contains(_rig.Notices.All, n => (string?)n.Form["officialRef"] == "PMV/1/2025");
    }

    [Theory]
    [InlineData(MailroomRig.Mission, "pass", "", 1)]
    [InlineData(MailroomRig.Mission, "fail", "", 0)]
    [InlineData("somebody@elsewhere.example", "pass", "", 0)]
    [InlineData(MailroomRig.Mission, "pass", "Auto-Submitted: auto-replied", 0)]
    public async Task An_office_hears_that_its_mail_arrived_though_it_cannot_be_read(
        string from,
        string verdict,
        string header,
        int receipts)
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail(MailroomRig.Poison, MailroomRig.Note("PMV/1/2025"), from, header, verdict));
        await _rig.RunToTheEnd();
        Assert.Equal(InboundMailStatus.Held, _rig.Mails.All.Single().Fate);
        Assert.Equal(receipts, _rig.Mailbox.Sent.Count);
        Assert.All(_rig.Outbox.All, a => Assert.Equal(OutboxKind.Receipt, a.Kind));
    }

    [Fact]
    public async Task A_person_can_dismiss_what_cannot_be_read()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail(MailroomRig.Poison, MailroomRig.Note("PMV/1/2025")));
        await _rig.RunToTheEnd();
        var held = _rig.Mails.All.Single();
        await _rig.Held.Decide(held.Id, Callers.First, new(MailDecisionKind.Dismiss, null, null, null, "It is damaged."), default);
        await _rig.RunToTheEnd();

        Assert.Equal((InboundMailStatus.Dismissed, (DateTimeOffset?)null), (_rig.Mails.All.Single().Fate, _rig.Mails.All.Single().DueAt));
        Assert.Equal("Dismissed", _rig.Mailbox.Folders.Values.Single());
    }

    [Fact]
    public async Task A_dismissed_mail_that_the_mailbox_does_not_move_stays_dismissed_and_is_left_where_it_lies()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail(MailroomRig.Poison, MailroomRig.Note("PMV/1/2025")));
        await _rig.RunToTheEnd();
        var held = _rig.Mails.All.Single();
        _rig.Mailbox.Fails = asked => asked == "move" ? new(Failure.Refused, "the mailbox refused it (400)") : null;
        await _rig.Held.Decide(held.Id, Callers.First, new(MailDecisionKind.Dismiss, null, null, null, "It is damaged."), default);
        await _rig.RunToTheEnd();

        Assert.Equal((InboundMailStatus.Dismissed, (DateTimeOffset?)null), (_rig.Mails.All.Single().Fate, _rig.Mails.All.Single().DueAt));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_made_holds_up_no_other()
    {
        _rig.Mailbox.Breaks = answer => answer.Text.Contains("PMV/1/2025", StringComparison.Ordinal);
        Arrive(1, 3);
        await _rig.RunToTheEnd();

        Assert.Equal(2, _rig.Mailbox.Sent.Count);
        Assert.Equal(OutboxState.Dropped, Assert.Single(_rig.Outbox.All, a => a.State != OutboxState.Sent).State);
    }

    [Theory]
    [InlineData(MailroomRig.Poison, 3, 1)]
    [InlineData(MailroomRig.Killer, 6, 2)]
    public async Task A_mail_that_breaks_its_recipient_or_ends_the_process_is_held_after_some_attempts_and_the_others_go_on(
        string kind, int attempts, int notes)
    {
        Arrive(1, 2);
        _rig.Mailbox.Arrive(MailroomRig.Mail($"NV {kind}", MailroomRig.Note("PMV/9/2025")));
        Arrive(4, 2);
        await _rig.RunToTheEnd();

        Assert.Equal((4, 5), (_rig.Notices.All.Count, _rig.Mailbox.Sent.Count));
        var held = Assert.Single(_rig.Mails.All, m => m.Fate == InboundMailStatus.Held);
        Assert.Equal(new HoldReason("UNREADABLE", $"{attempts} attempts"), Assert.Single(held.Reasons));
        Assert.Equal(attempts, _rig.Reads.Count(s => s == $"NV {kind}"));
        Assert.Equal(notes, _rig.Failures.All.Count);
        Assert.All(_rig.Failures.All.Values, told => Assert.Equal(("mailbox", held.Id), (told.Queue, told.Body)));
        Assert.Contains("Held", _rig.Mailbox.Folders.Values);
    }

    // A process is killed for reasons of its own, and what it was at is the first to be at work again.
    [Fact]
    public async Task A_mail_that_five_kills_met_becomes_its_notice_and_nobody_need_look_at_it()
    {
        _rig.Kills = 5;
        _rig.Mailbox.Arrive(MailroomRig.Mail($"NV {MailroomRig.Killer}", MailroomRig.Note("PMV/9/2025")));
        await _rig.RunToTheEnd();

        Assert.Equal(InboundMailStatus.Notice, Assert.Single(_rig.Mails.All).Fate);
        Assert.Single(_rig.Notices.All);
        Assert.Single(_rig.Mailbox.Sent);
        Assert.NotNull(Assert.Single(_rig.Failures.All.Values).RetriedAt);
    }

    [Fact]
    public async Task A_mail_that_was_held_because_it_could_not_be_read_is_dismissed_without_being_read_again()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail($"NV {MailroomRig.Poison}", MailroomRig.Note("PMV/9/2025")));
        await _rig.RunToTheEnd();
        var reads = _rig.Reads.Count;
        await _rig.Held.Decide(
            _rig.Mails.All.Single().Id, Callers.First, new(MailDecisionKind.Dismiss, null, null, null, "It is broken."), default);
        await _rig.RunToTheEnd();

        Assert.Equal((InboundMailStatus.Dismissed, reads), (_rig.Mails.All.Single().Fate, _rig.Reads.Count));
        Assert.Equal(["Dismissed"], _rig.Mailbox.Folders.Values);
    }

    private void Arrive(int from, int count)
    {
        foreach (var i in Enumerable.Range(from, count))
            _rig.Mailbox.Arrive(MailroomRig.Mail($"NV {i}", MailroomRig.Note($"PMV/{i}/2025")));
    }

    private static string WithFile(string name, string type, string content) => $"""
        Authentication-Results: mx.hub.example; dmarc=pass header.from=mission.example
        From: {MailroomRig.Mission}
        To: {MailroomRig.Inbox}
        Subject: {name}
        Message-ID: <{name}@mission.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain

        The form is attached.
        --b
        Content-Type: {type}; name="{name}"
        Content-Disposition: attachment; filename="{name}"
        Content-Transfer-Encoding: base64

        {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(content))}
        --b--
        """;
}
