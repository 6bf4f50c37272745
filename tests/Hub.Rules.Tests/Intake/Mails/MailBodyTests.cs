using System.Text;
using Hub.Intake.Mails.Classification;
using Hub.Intake.Mails.Kinds;
using Hub.Rules.Tests.Intake.Mails.Scoring;

namespace Hub.Rules.Tests.Intake.Mails;

/// <summary>What is quoted in an answer is not said again; what is forwarded is.</summary>
public sealed class MailBodyTests
{
    private const string Note =
        "The Permanent Mission of Arvenia presents its compliments and has the honour to inform the Office that "
        + "the telephone of the Office of the Prosecutor General is now +999 1 555 0100.";

    public static TheoryData<string> Headers =>
    [
        "From: A <a@b.example>\nSent: Monday\nTo: C\nSubject: D",
        "De : A <a@b.example>\nEnvoyé : lundi\nÀ : C\nObjet : D",
        "De: A <a@b.example>\nEnviado el: lunes\nPara: C\nAsunto: D",
        "От: A <a@b.example>\nОтправлено: понедельник\nКому: C\nТема: D",
        "من: A <a@b.example>\nتم الإرسال: الاثنين\nإلى: C\nالموضوع: D",
        "发件人: A <a@b.example>\n发送时间: 星期一\n收件人: C\n主题: D",
        "*From:* A <a@b.example>\n*Date:* Monday\n*To:* C\n*Subject:* D",
    ];

    public static TheoryData<string> Forwards =>
    [
        "---------- Forwarded message ---------", "---------- Message transféré ---------", "---------- Mensaje reenviado ---------",
        "-------- Пересылаемое сообщение --------", "---------- رسالة معاد توجيهها ---------", "---------- 转发的邮件 ---------",
        "Begin forwarded message:", "Début du message transféré :", "Inicio del mensaje reenviado:", "Начало переадресованного сообщения:",
    ];

    public static TheoryData<string> Answers =>
    [
        "On Mon, 3 Mar 2025 at 10:00, A <a@b.example> wrote:", "Le lun. 3 mars 2025 à 10:00, A <a@b.example> a écrit :",
        "El lun, 3 mar 2025 a las 10:00, A (<a@b.example>) escribió:", "3 марта 2025 г. A <a@b.example> написал(а):",
        "في 3 مارس 2025، كتب A <a@b.example>:", "A <a@b.example> 于2025年3月3日周一 10:00写道：", "-----Original Message-----",
        "-----Message d'origine-----",
    ];

    [Theory]
    [MemberData(nameof(Headers))]
    public void What_stands_below_the_headers_of_a_forwarded_mail_is_read(string headers) =>
        Assert.Single(Judge("Fwd: D", $"Please see below.\n\n{headers}\n\n{Note}").Notices);

    [Theory]
    [MemberData(nameof(Headers))]
    public void What_stands_below_the_headers_of_an_answered_mail_is_not(string headers) =>
        Assert.Empty(Judge("Re: D", $"We will answer you next week.\n\n{headers}\n\n{Note}").Notices);

    [Theory]
    [MemberData(nameof(Forwards))]
    public void What_a_mail_program_says_is_forwarded_is_read(string mark) =>
        Assert.Single(Judge("D", $"Please see below.\n\n{mark}\nFrom: A <a@b.example>\nSubject: D\n\n{Note}").Notices);

    [Theory]
    [MemberData(nameof(Answers))]
    public void What_a_mail_program_quotes_is_not_read(string mark)
    {
        var verdict = Judge("Re: D", $"We will answer you next week.\n\n{mark}\n> {Note}");
        Assert.Empty(verdict.Notices);
        Assert.NotEqual(MailKind.Notice, verdict.Kind);
    }

    [Fact]
    public void A_note_passed_on_twice_is_read_once()
    {
        var verdict = Judge(
            "Fwd: Fwd: D",
            "See below.\n\nFrom: A <a@b.example>\nTo: B\nSubject: Fwd: D\n\nFor you.\n\n"
            + $"From: C <c@b.example>\nTo: A\nSubject: D\n\n{Note}");
        Assert.Single(verdict.Notices);
    }

    [Theory]
    [InlineData("XAA-0195A1B2C3D47E5F8A9B0C1D2E3F4A5B")]
    [InlineData("Re: [XAA-0195a1b2c3d47e5f8a9b0c1d2e3f4a5b]")]
    public void The_reference_of_a_notice_is_found_in_the_subject(string subject) =>
        Assert.Equal(["XAA-0195a1b2c3d47e5f8a9b0c1d2e3f4a5b"], Judge(subject, "The days are Monday to Friday.").References.Notices);

    [Theory]
    [InlineData("XAA-0195a1b2c3d47e5f8a9b0c1d2e3f4a5")]
    [InlineData("xaa-0195a1b2c3d44e5f8a9b0c1d2e3f4a5b")]
    public void What_only_looks_like_a_reference_is_none(string subject) =>
        Assert.Empty(Judge(subject, "Hello there, everybody.").References.Notices);

    private static MailVerdict Judge(string subject, string text) => Corpus.Judge(Encoding.UTF8.GetBytes(
        $"From: vienna@mfa.arvenia.example\r\nSubject: {subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        + $"{text.ReplaceLineEndings("\r\n")}"));
}
