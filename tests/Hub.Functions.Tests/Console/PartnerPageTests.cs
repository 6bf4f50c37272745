using Hub.Functions.Console.People;
using Hub.Functions.Errors;
using Hub.Functions.Tests.Access;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.Notices.Access;
using Hub.Pages.Console.People;
using Hub.Register.States;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Functions.Tests.Console;

/// <summary>Partners are registered, changed and let go of, and nobody overwrites what a colleague did meanwhile.</summary>
public sealed class PartnerPageTests
{
    private static readonly Partner Ejn = new("EJN / réseau", new("ejn@partner.example", Language.French, "EJN Secretariat"));
    private readonly PageSite _site = new();
    private readonly MemoryEndpoints _endpoints = new();
    private readonly MemoryKeys _keys;

    public PartnerPageTests() => _keys = new(_site.Clock);

    private IPartnerStore Partners => _endpoints;

    [Fact]
    public async Task A_partner_is_registered_and_its_contact_changed()
    {
        Assert.Equal((303, "/console/people/partners?done=PARTNER_SAVED"), await Save(PartnerDraft.Of(null), Ejn));
        Assert.Equal(Ejn, await Partners.Find(Ejn.Name, default));
        var changed = Ejn with { Contact = Ejn.Contact! with { Address = "other@partner.example" } };
        Assert.Equal((303, "/console/people/partners?done=PARTNER_SAVED"), await Save(PartnerDraft.Of(Ejn), changed));
        Assert.Equal(changed, await Partners.Find(Ejn.Name, default));
        var list = await Served.By(PageSite.Get("/console/people/partners", PageSite.Administrator), r => Pages().List(r, default));
        Assert.Contains("edit?name=EJN%20%2F%20r%C3%A9seau", PageSite.Text(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_changed_meanwhile_is_not_overwritten()
    {
        var theirs = Ejn with { Contact = Ejn.Contact! with { Address = "theirs@partner.example" } };
        _endpoints.PutPartner(theirs);
        Assert.Equal(409, (await Save(PartnerDraft.Of(Ejn), Ejn)).Item1);
        Assert.Equal(422, (await Save(PartnerDraft.Of(null), Ejn)).Item1);
        Assert.Equal(409, (await Withdraw(Ejn)).Item1);
        Assert.Equal(theirs, await Partners.Find(Ejn.Name, default));
    }

    [Theory]
    [InlineData("name", "", "a@b.example", "Contact")]
    [InlineData("address", "EJN", "no address", "Contact")]
    [InlineData("address", "EJN", "a@b.example\r\nBcc: c@d.example", "Contact")]
    [InlineData("contact", "EJN", "a@b.example", "")]
    [InlineData("contact", "EJN", "a@b.example", "two\u0001lines")]
    public async Task What_cannot_be_saved_is_said_at_its_field(string field, string name, string address, string contact)
    {
        var served = await Served.By(
            PageSite.Post(
                "/console/people/partners/edit", PageSite.Administrator, ("mark", PartnerDraft.MarkOf(null)), ("name", name),
                ("address", address), ("contact", contact), ("language", "en")),
            r => Pages().Save(r, default));
        Assert.Equal(422, served.Status);
        Assert.Contains($"href=\"#{field}\"", PageSite.Text(served), StringComparison.Ordinal);
        Assert.Empty(await Partners.List(default));
    }

    [Fact]
    public async Task Access_is_withdrawn_after_its_page_has_told_how_many_keys_go()
    {
        _endpoints.PutPartner(Ejn);
        await _keys.Issue(new(Ejn.Name, CallerKind.Partner), "r", null, default);
        await _keys.Issue(new(Ejn.Name, CallerKind.Reader), "r", null, default);
        var asked = await Served.By(
            PageSite.Get($"/console/people/partners/withdrawal?name={Uri.EscapeDataString(Ejn.Name)}", PageSite.Administrator),
            r => Pages().AskWithdrawal(r, default));
        Assert.Contains("do not come back: 1.", PageSite.Text(asked), StringComparison.Ordinal);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal((303, "/console/people/partners?done=PARTNER_WITHDRAWN"), await Withdraw(Ejn));
            Assert.NotNull((await Partners.Find(Ejn.Name, default))!.RevokedAt);
            var left = (await _keys.List(default)).Where(k => k.WorksAt(_site.Clock.GetUtcNow()));
            Assert.Equal([CallerKind.Reader], left.Select(k => k.Caller.Kind));
        }
    }

    [Fact]
    public async Task Of_a_partner_that_nobody_registered_there_is_no_page() => Assert.Equal(404, (await Assert.ThrowsAsync<ApiException>(
        () => Pages().Show(PageSite.Get("/console/people/partners/edit?name=nobody", PageSite.Administrator), default))).Status);

    private async Task<(int, string)> Save(PartnerDraft opened, Partner wanted)
    {
        var request = PageSite.Post(
            "/console/people/partners/edit", PageSite.Administrator, ("mark", opened.Mark!), ("name", wanted.Name),
            ("address", wanted.Contact!.Address), ("contact", wanted.Contact.Name), ("language", "fr"));
        var served = await Served.By(request, r => Pages().Save(r, default));
        return (served.Status, $"{served.Headers.Location}");
    }

    private async Task<(int, string)> Withdraw(Partner shown)
    {
        var request = PageSite.Post(
            "/console/people/partners/withdrawal", PageSite.Administrator, ("mark", PartnerDraft.MarkOf(shown)), ("name", shown.Name));
        var served = await Served.By(request, r => Pages().Withdraw(r, default));
        return (served.Status, $"{served.Headers.Location}");
    }

    private PartnerPages Pages() =>
        new(_site.Pages, Partners, _keys, _endpoints, new(Partners, _keys, _site.Clock), _site.Clock);
}
