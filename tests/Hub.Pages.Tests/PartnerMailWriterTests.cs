using System.Net;
using Hub.Delivery.Webhooks;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;
using Hub.Pages.Mail;
using Hub.Pages.Partners;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests;

/// <summary>The mails to partners' contacts: all that they need, in their language.</summary>
public sealed class PartnerMailWriterTests
{
    private const string Code = "0123456789abcdef0123456789abcdef";
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);
    private static readonly Endpoint Endpoint = new("e-7", "network", "https://old.example/hook", "whsec_c2VjcmV0", Now);

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    private static PartnerMailWriter Writer =>
        new(Sample.States, Sample.Networks, new MailOrigin("directory@hub.example"));

    [Theory, MemberData(nameof(Languages))]
    public void The_code_comes_with_both_addresses_and_never_with_the_secret(Language language)
    {
        var mail = Writer.Code("id-1", Contact(language), Endpoint, "https://new.example/hook", Code, Now);
        Assert.Equal(("id-1", "contact@network.example"), (mail.Id, mail.To));
        foreach (var body in new[] { mail.Html, mail.Text })
        {
            Assert.All(
                [Code, "https://old.example/hook", "https://new.example/hook", "e-7"],
                part => Assert.Contains(part, body, StringComparison.Ordinal));
            Assert.DoesNotContain("whsec_", body, StringComparison.Ordinal);
        }
        Assert.Contains(language is Language.Arabic ? "dir=\"rtl\"" : "dir=\"ltr\"", mail.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_failing_endpoint_and_a_disabled_one_are_told_apart(Language language)
    {
        var (failing, disabled) = (Failing(language, false), Failing(language, true));
        Assert.NotEqual(failing.Subject, disabled.Subject);
        // The id stands apart from what is read from right to left.
        Assert.Contains(
            "PUT /api/endpoints/e-7/state",
            disabled.Text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.DoesNotContain("/state", failing.Text, StringComparison.Ordinal);
        Assert.All([failing, disabled], m => Assert.Contains("the receiver answered 503", m.Text, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_claim_names_State_network_and_notice_in_the_contacts_language(Language language)
    {
        var claim = new NetworkClaim("XAA-1", new("SEN"), "wacap", MembershipRole.Member, null, null, Now);
        var mail = Writer.Claim("id", Contact(language), claim);
        var name = Sample.States[new("SEN")].Name(language);
        var network = Sample.Networks.All.Single(n => n.Id == "wacap").NameIn(language);
        Assert.All([mail.Html, mail.Text], body =>
            Assert.All([name, network, "/api/claims/"], part => Assert.Contains(part, WebUtility.HtmlDecode(body))));
    }

    [Fact]
    public void What_a_partner_called_itself_cannot_write_into_the_page()
    {
        var mail = Writer.Code(
            "id", new("a@b.example", Language.English, "<script>alert(1)</script>"), Endpoint, "https://new.example/<b>", Code, Now);
        Assert.DoesNotContain("<script>", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/<b>", mail.Html, StringComparison.Ordinal);
    }

    private static MailMessage Failing(Language language, bool disabled) => Writer.Failing(
        "id", Contact(language), new(Endpoint, Now, 12, disabled, "the receiver answered 503"));

    private static PartnerContact Contact(Language language) => new("contact@network.example", language, "Network");
}
