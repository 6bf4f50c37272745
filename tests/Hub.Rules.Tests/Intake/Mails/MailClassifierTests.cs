using System.Text;
using Hub.Intake.Mails.Classification;
using Hub.Intake.Mails.Kinds;
using Hub.Intake.Mails.Parsing;
using Hub.Intake.Mails.Senders;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Mails;

public sealed class MailClassifierTests
{
    private const string Mission = "vienna@mfa.example";

    private static readonly Correspondents Known = new(
        ["mx.hub.example"], ["hub.example"], ["directory@hub.example"],
        [new(Sample.State, OfficeRole.Mission, "Permanent Mission of Arvenia", [Mission], [])]);

    [Fact]
    public void A_note_in_a_plain_mail_is_a_notice_of_its_mission()
    {
        var verdict = Judge(
            """
            Authentication-Results: mx.hub.example; dmarc=pass header.from=mfa.example
            Received: from mail.mfa.example by mx.hub.example; Tue, 11 Mar 2025 09:00:00 +0000
            From: Permanent Mission <vienna@mfa.example>
            To: directory@hub.example
            Subject: NV 114/2025
            Message-ID: <1@mfa.example>

            The Permanent Mission of Arvenia presents its compliments to the Office. Ref. PMV/114/2025
            """);
        Assert.Equal(OfficeRole.Mission, Assert.IsType<SenderVerdict.Known>(verdict.Sender).Office.Role);
        Assert.Equal(MailKind.Notice, verdict.Kind);
        var notice = Assert.Single(verdict.Notices);
        Assert.Equal("XAA", (string?)notice.Form["state"]);
        Assert.Equal("PMV/114/2025", (string?)notice.Form["officialRef"]);
    }

    private static MailVerdict Judge(string mail) => Judging.Of(
        MailParser.Parse(Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"))), Known, RegisterSnapshot.Empty);
}
