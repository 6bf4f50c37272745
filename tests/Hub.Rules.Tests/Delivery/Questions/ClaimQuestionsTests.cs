using Hub.Delivery.Questions;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Rules.Tests.Delivery.Mail;

namespace Hub.Rules.Tests.Delivery.Questions;

/// <summary>A network hears of a State that claims to belong to it (V30).</summary>
public sealed class ClaimQuestionsTests
{
    private readonly Desk _desk = new();
    private readonly MemoryEndpoints _partners = new();
    private readonly MailRig _mail;

    public ClaimQuestionsTests()
    {
        _mail = new() { Clock = _desk.Clock, Register = _desk.Register, Notices = _desk.Notices, Endpoints = _partners };
        Register(new("wacap", Contact("wacap")));
        Register(new("arin-wa", Contact("arin")));
    }

    [Fact]
    public async Task The_contact_of_the_network_is_asked_once_and_no_other_partner()
    {
        var notice = await Ask(await Claim("wacap"));
        Assert.Null(notice.DueAt);
        await Ask(notice);
        Assert.Equal(["wacap@network.example XAA in wacap"], _mail.Mails);
        Assert.Equal($"partner:wacap:claim-{notice.Id}-wacap", _mail.Sent.Single().Message.Id);
    }

    [Fact]
    public async Task A_network_that_was_asked_is_not_asked_again()
    {
        var notice = await Ask(await Claim("wacap"));
        await Ask(_desk.Notices.Put(notice with { DueAt = _desk.Clock.Now }));
        await Ask(_desk.Notices.Put(notice with { DueAt = _desk.Clock.Now, NetworksAsked = false }));
        Assert.Single(_mail.Sent);
    }

    [Fact]
    public async Task A_network_that_has_answered_before_the_mail_went_is_not_asked()
    {
        var notice = await Claim("wacap");
        await Questions.Ask(notice, default);
        _desk.Notices.Put(await _desk.Find(notice) with { Problems = [] });
        await _mail.Finish();
        Assert.Empty(_mail.Sent);
    }

    [Fact]
    public async Task Each_partner_that_bears_a_name_of_the_network_is_asked()
    {
        Register(new(Sample.Data.Networks.All.Single(n => n.Id == "wacap").Name, Contact("second")));
        await Ask(await Claim("wacap"));
        Assert.Equal(2, _mail.Sent.Count);
    }

    [Fact]
    public async Task A_network_whose_access_was_withdrawn_or_that_names_no_contact_is_not_written_to()
    {
        Register(new("wacap", Contact("wacap"), _desk.Clock.Now));
        Register(new("casc"));
        Assert.Null((await Ask(await Claim("wacap", "casc"))).DueAt);
        Assert.Empty(_mail.Sent);
    }

    [Fact]
    public async Task A_query_about_anything_else_asks_nobody()
    {
        var notice = await _desk.Routed(Sample.Designating(notice: """{"effectiveFrom":"03/04/2025"}"""));
        Assert.Equal((NoticeStatus.Query, null), (notice.Status, notice.DueAt));
        await Ask(notice);
        Assert.Empty(_mail.Sent);
    }

    private static PartnerContact Contact(string name) => new($"{name}@network.example", Language.French, name);

    private void Register(Partner partner) => _partners.PutPartner(partner);

    private async Task<Notice> Ask(Notice notice)
    {
        var asked = await Questions.Ask(notice, default);
        await _mail.Finish();
        return asked;
    }

    private NoticeQuestions Questions => _desk.Questions(new(_mail.Desk, _mail.Asked), _mail.Asked, _partners);

    private Task<Notice> Claim(params string[] networks) => _desk.Routed(Sample.Claiming(networks));
}
