using Hub.Register.States;

namespace Hub.Pages.Tests.Mails;

public sealed class AuthorityMailTests : MailWriterCase
{
    [Fact]
    public void A_new_authority_is_told_with_what_a_recipient_needs_to_reach_it()
    {
        var text = Sample.Mail(Language.English, Designated()).Text;
        Assert.Contains("A new authority was designated: Office of International Legal Cooperation.", text);
        Assert.Contains("mutual legal assistance – Organized Crime Convention, article 18; central authority; from 1 April 2025", text);
        Assert.Contains("Telephone: +99915550100; extension 12; office", text);
        Assert.Contains("12 Harbour Road, 1000, Port Arven, Arvenia", text);
        Assert.Contains("Monday; 08:30–16:30", text);
    }

    [Fact]
    public void An_amended_record_tells_old_and_new_contact_data_and_only_the_names_of_other_fields()
    {
        var text = Sample.Mail(Language.English, Amended()).Text;
        Assert.Contains("before: +99915550100; extension 12; office", text);
        Assert.Contains("now: +99915550199; office", text);
        Assert.Contains("now: none", text);
        Assert.Contains("Also changed: Comments", text);
        Assert.DoesNotContain("a secret remark", text);
    }

    [Fact]
    public void An_amendment_whose_record_is_not_at_hand_is_told_from_the_log()
    {
        var full = Amended();
        var text = Sample.Mail(Language.English, full with { Before = null, After = null }).Text;
        Assert.Contains("The entry of 0195-record changed.", text);
        Assert.Contains("Comments, Fax, Telephone", text);
    }
}
