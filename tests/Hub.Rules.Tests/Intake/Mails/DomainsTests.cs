using Hub.Intake.Mails;
using Hub.Intake.Mails.Senders;

namespace Hub.Rules.Tests.Intake.Mails;

public sealed class DomainsTests
{
    [Theory]
    [InlineData("justice.example", "justice.example", true)]
    [InlineData("mail.justice.example", "justice.example", true)]
    [InlineData("a.justice.example", "b.justice.example", true)]
    [InlineData("justice.gouv.xx", "mail.justice.gouv.xx", true)]
    [InlineData("justice.gouv.xx", "interior.gouv.xx", false)]
    [InlineData("justice.example", "justice.test", false)]
    [InlineData("gouv.xx", "justice.gouv.xx", false)]
    [InlineData("xx", "xx", false)]
    [InlineData("", "", false)]
    [InlineData("a..example", "a..example", false)]
    [InlineData("notjustice.example", "justice.example", false)]
    public void Domains_are_aligned_where_they_are_of_one_organisation(string a, string b, bool aligned)
    {
        Assert.Equal(aligned, Domains.AreAligned(a, b));
        Assert.Equal(aligned, Domains.AreAligned(b, a));
    }

    [Theory]
    [InlineData("Office@Justice.EXAMPLE", "office@justice.example")]
    [InlineData("office@bücher.example", "office@xn--bcher-kva.example")]
    [InlineData("office@justice.example.", "office@justice.example")]
    public void An_address_is_the_same_however_it_is_written(string a, string b) => Assert.True(new MailAddress(a).IsSameAs(b));

    [Theory]
    [InlineData("", "")]
    [InlineData("office", "office")]
    [InlineData("@justice.example", "@justice.example")]
    public void What_is_no_address_is_the_same_as_nothing(string a, string b) => Assert.False(new MailAddress(a).IsSameAs(b));
}
