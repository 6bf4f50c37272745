using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Pages.Tests.Mails;

public sealed class MailWriterTests : MailWriterCase
{
    [Fact]
    public void A_mail_about_one_State_names_it_in_its_subject() =>
        Assert.Equal("Changes in the directory of competent authorities: Arvenia", Sample.Mail(Language.English, Designated()).Subject);

    [Theory, MemberData(nameof(Languages))]
    public void A_record_that_cannot_be_told_holds_up_no_mail_and_the_other_changes_are_told(Language language)
    {
        var holed = Sample.Authority() is var a ? a with { Restricted = a.Restricted with { Emails = [null!] } } : null!;
        var mail = Sample.Mail(language, Sample.Change(EventType.AuthorityDesignated, after: holed), Designated("SEN"));
        Assert.Contains("0195-record", mail.Text, StringComparison.Ordinal);
        Assert.Contains("cooperation@justice.example", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_holds_no_character_that_a_mail_cannot_carry()
    {
        var record = Sample.Authority("Office\v\u0001\uFFFF\uD800 of Law");
        var mail = Sample.Mail(Language.English, Sample.Change(EventType.AuthorityDesignated, after: record));
        Assert.All([mail.Subject, mail.Html, mail.Text], part =>
        {
            System.Xml.XmlConvert.VerifyXmlChars(part);
            Assert.DoesNotMatch("&#x(B|1|FFFF);|\uFFFF", part);
        });
        Assert.Contains("of Law", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_about_several_States_says_how_many() =>
        Assert.EndsWith("(States: 2)", Sample.Mail(Language.English, Designated(), Designated("SEN")).Subject);
}
