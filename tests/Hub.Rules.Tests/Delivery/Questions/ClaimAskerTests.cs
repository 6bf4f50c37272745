using Hub.Delivery.Questions;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Rules.Tests.Delivery.Webhooks;

namespace Hub.Rules.Tests.Delivery.Questions;

/// <summary>A network hears of a State that claims to belong to it (V30).</summary>
public sealed class ClaimAskerTests
{
    private readonly Desk _desk = new();
    private readonly MemoryEndpoints _partners = new();
    private readonly PartnerMailRig _mail;

    public ClaimAskerTests()
    {
        _mail = new(_desk.Clock);
        Register(new("wacap", Contact("wacap")));
        Register(new("arin-wa", Contact("arin")));
    }

    [Fact]
    public async Task The_contact_of_the_network_is_asked_once_and_no_other_partner()
    {
        var notice = await Ask(await Claim("wacap"));
        Assert.Null(notice.DueAt);
        await Ask(notice);
        Assert.Equal([$"partner:wacap:claim-{notice.Id}-wacap|wacap@network.example: XAA in wacap"], _mail.Sent);
    }

    [Fact]
    public async Task A_network_that_was_asked_is_not_asked_again_whatever_its_mailbox_has_kept()
    {
        var notice = await Ask(await Claim("wacap"));
        _mail.Sent.Clear();
        _mail.Drafts.Clear();
        await Ask(_desk.Notices.Put(notice with { DueAt = _desk.Clock.Now }));
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
    public async Task A_crash_after_the_mail_sends_no_second_one()
    {
        var notice = await Claim("wacap");
        _mail.AfterSending = () => throw new IOException("power cut");
        await Assert.ThrowsAsync<IOException>(() => Ask(notice));
        _mail.AfterSending = () => { };
        _desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await Ask(await _desk.Find(notice));
        Assert.Single(_mail.Sent);
    }

    [Fact]
    public async Task While_the_mailbox_is_down_it_is_tried_again_for_a_day()
    {
        _mail.IsDown = true;
        var notice = await Claim("wacap");
        var tries = 0;
        for (; notice.DueAt is { } due && tries < 1000; tries++)
        {
            _desk.Clock.Now = due > _desk.Clock.Now ? due : _desk.Clock.Now;
            notice = await Ask(notice);
        }
        Assert.InRange(tries, 140, 150);
        Assert.Equal(NoticeStatus.Query, notice.Status);
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

    private void Register(Partner partner) => _partners.Save(partner, default).Wait();

    private Task<Notice> Ask(Notice notice) => Questions.Ask(notice, default);

    private QuestionDesk Questions
    {
        get
        {
            var mail = new MailRig();
            return _desk.Questions(new(mail.Desk, mail.ErrandDesk), _mail, _partners);
        }
    }

    private Task<Notice> Claim(params string[] networks) => _desk.Routed(Sample.Claiming(networks));
}
