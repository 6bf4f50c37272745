using Hub.Intake.Inbox;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>What a person who reads a mail starts from.</summary>
public sealed class MailDraftTests
{
    private readonly MailroomRig _rig = new();

    [Theory]
    [InlineData("Постоянное представительство свидетельствует свое уважение и сообщает новые данные.\n\nтел. +999 1 555 0102\nэл. почта: office@justice.example\n\nВена, 3 марта 2025 г.", "2025-03-03")]
    [InlineData("常驻代表团向秘书处致意,并通报如下联系方式。\n\n电话 +999 1 555 0102\n电子邮件 office@justice.example\n\n2025年3月3日", "2025-03-03")]
    [InlineData("تهدي البعثة الدائمة أطيب تحياتها إلى الأمانة وتحيطها علما بالبيانات الجديدة.\n\nهاتف +999 1 555 0102\nبريد office@justice.example\n\n3 مارس 2025", "2025-03-03")]
    public async Task A_note_in_a_language_that_is_not_read_comes_with_what_was_found_in_it(string text, string day)
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail("Nota", text));
        await _rig.RunToTheEnd();

        var mail = _rig.Mails.All.Single();
        Assert.Equal(InboundMailStatus.ToRead, mail.Fate);
        var draft = await _rig.Drafts.Of(mail, default);
        var set = draft!.Form["changes"]![0]!["set"]!;
        Assert.Equal("+99915550102", (string?)set["phones"]![0]!["number"]);
        Assert.Equal("office@justice.example", (string?)set["emails"]![0]!["address"]);
        Assert.Equal(day, (string?)draft.Form["noteDate"]);
        Assert.Null(draft.Form["kind"]);
    }

    [Fact]
    public async Task What_waits_for_nobody_has_no_draft()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", MailroomRig.Note("PMV/1/2025")));
        await _rig.RunToTheEnd();
        Assert.Null(await _rig.Drafts.Of(_rig.Mails.All.Single(), default));
    }

    [Fact]
    public async Task A_mail_whose_content_is_gone_has_no_draft()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail("Nota", "Постоянное представительство сообщает: тел. +999 1 555 0102."));
        await _rig.RunToTheEnd();
        var mail = _rig.Mails.All.Single() with { Fate = InboundMailStatus.ToRead, EmptiedAt = DateTimeOffset.UnixEpoch };
        Assert.Null(await _rig.Drafts.Of(mail, default));
    }
}
