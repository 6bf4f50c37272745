using Hub.Functions.Console;
using Hub.Functions.Console.People;
using Hub.Functions.Tests.Access;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.Notices.Access;
using Hub.Pages.Site;
using Hub.Register.States;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Functions.Tests.Console;

/// <summary>Keys are given out, replaced and taken away on pages; a key is shown once, whatever is loaded or sent again.</summary>
public sealed class KeyPageTests
{
    private readonly PageSite _site = new();
    private readonly StateChoices _names = new(new(true));
    private readonly MemoryEndpoints _partners = new();
    private readonly MemoryKeys _keys;
    private readonly KeyService _service;

    public KeyPageTests()
    {
        _keys = new(_site.Clock);
        _service = new(_keys, _site.People, new StateCatalog(true), _site.Clock);
    }

    [Fact]
    public async Task A_key_is_shown_on_the_page_that_answers_its_form_and_sending_the_form_again_makes_and_shows_none()
    {
        var shown = await Issue("token-1", ("kind", "PARTNER"), ("name", "EJN"), ("end", "2030-06-30"));
        var key = Assert.Single(await _keys.List(default));
        Assert.Equal((200, "no-store"), (shown.Status, $"{shown.Headers.CacheControl}"));
        Assert.Contains("secret-0", PageSite.Text(shown), StringComparison.Ordinal);
        Assert.Equal(
            ("EJN", "Daniel Osei", new DateTimeOffset(2030, 7, 1, 0, 0, 0, TimeSpan.Zero)),
            (key.Caller.Name, key.IssuedBy, key.ExpiresAt));

        var again = await Issue("token-1", ("kind", "PARTNER"), ("name", "EJN"), ("end", "2030-06-30"));
        Assert.Equal(409, again.Status);
        Assert.DoesNotContain("secret-", PageSite.Text(again), StringComparison.Ordinal);
        Assert.Single(await _keys.List(default));

        var list = await Served.By(PageSite.Get("/console/people", PageSite.Administrator), r => List().List(r, default));
        Assert.Contains(key.Id, PageSite.Text(list), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-", PageSite.Text(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_met_a_fault_makes_its_key_when_it_is_sent_again()
    {
        _keys.IsDown = true;
        await Assert.ThrowsAsync<IOException>(() => Issue("token-1", ("kind", "PARTNER"), ("name", "EJN")));
        Assert.Empty(await _keys.List(default));
        _keys.IsDown = false;
        var shown = await Issue("token-1", ("kind", "PARTNER"), ("name", "EJN"));
        Assert.Equal(200, shown.Status);
        Assert.Contains("secret-0", PageSite.Text(shown), StringComparison.Ordinal);
        Assert.Equal(409, (await Issue("token-1", ("kind", "PARTNER"), ("name", "EJN"))).Status);
    }

    [Theory]
    [InlineData("kind", "name", "EJN")]
    [InlineData("name", "kind", "PARTNER")]
    [InlineData("state", "kind", "STATE", "name", "Mission")]
    [InlineData("state", "kind", "STATE", "name", "Mission", "role", "MISSION", "state", "nowhere")]
    [InlineData("name", "kind", "PARTNER", "name", "ejn")]
    [InlineData("role", "kind", "PARTNER", "name", "EJN", "role", "MISSION")]
    [InlineData("end", "kind", "PARTNER", "name", "EJN", "end", "next year")]
    [InlineData("end", "kind", "PARTNER", "name", "EJN", "end", "2020-01-01")]
    [InlineData("end", "kind", "PARTNER", "name", "EJN", "end", "9999-12-31")]
    [InlineData("name", "kind", "SECRETARIAT", "name", "r\u0435viewer")]
    public async Task What_cannot_be_issued_is_said_at_its_field_with_all_that_was_typed_and_may_be_sent_again(
        string field, params string[] typed)
    {
        var fields = typed.Chunk(2).Select(p => (p[0], p[1])).ToArray();
        var answer = await Issue("token-1", fields);
        var page = PageSite.Text(answer);
        Assert.Equal(422, answer.Status);
        Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}-error\"", page, StringComparison.Ordinal);
        foreach (var (name, value) in fields.Where(f => f.Item1 is "name" or "end"))
            Assert.Contains(
                $"name=\"{name}\" type=\"{(name == "end" ? "date" : "text")}\" value=\"{value}\"", page, StringComparison.Ordinal);
        Assert.Empty(await _keys.List(default));
        Assert.Equal(200, (await Issue("token-1", ("kind", "PARTNER"), ("name", "EJN"))).Status);
    }

    [Fact]
    public async Task A_key_is_replaced_once_and_the_second_time_nothing_is_shown()
    {
        var old = (await _keys.Issue(new("EJN", CallerKind.Partner), "r", null, default)).Key;
        var shown = await Rotate(old.Id, "1");
        Assert.Contains("secret-1", PageSite.Text(shown), StringComparison.Ordinal);
        Assert.Equal(_site.Clock.GetUtcNow().AddHours(1), (await _keys.List(default)).Single(k => k.Id == old.Id).ExpiresAt);
        var again = await Rotate(old.Id, "1");
        Assert.Equal(409, again.Status);
        Assert.DoesNotContain("secret-", PageSite.Text(again), StringComparison.Ordinal);
        Assert.Equal(2, (await _keys.List(default)).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("169")]
    [InlineData("one")]
    public async Task Hours_that_are_none_replace_nothing(string hours)
    {
        var old = (await _keys.Issue(new("EJN", CallerKind.Partner), "r", null, default)).Key;
        Assert.Equal(422, (await Rotate(old.Id, hours)).Status);
        Assert.Single(await _keys.List(default));
    }

    [Fact]
    public async Task A_colleagues_key_is_not_replaced_but_taken_away()
    {
        var theirs = (await _keys.Issue(new("boris", CallerKind.Secretariat), "r", null, default)).Key;
        Assert.Equal(409, (await Rotate(theirs.Id, "1")).Status);
        Assert.Equal((303, "/console/people?done=KEY_REVOKED"), await Revoke(theirs.Id));
        Assert.DoesNotContain(await _keys.List(default), k => k.WorksAt(_site.Clock.GetUtcNow()));
        Assert.Equal((303, "/console/people?done=KEY_REVOKED"), await Revoke(theirs.Id));
    }

    [Fact]
    public async Task A_key_that_was_taken_away_is_listed_as_such_and_offers_nothing_more()
    {
        var key = (await _keys.Issue(new("EJN", CallerKind.Partner), "r", null, default)).Key;
        await Revoke(key.Id);
        foreach (var query in new[] { "", "?standing=REVOKED" })
        {
            var list = PageSite.Text(await Served.By(
                PageSite.Get($"/console/people{query}", PageSite.Administrator), r => List().List(r, default)));
            Assert.Contains($"No. {key.Id}", list, StringComparison.Ordinal);
            Assert.Contains(">taken away</strong>", list, StringComparison.Ordinal);
            Assert.DoesNotContain("/revocation", list, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_first_key_is_not_taken_away_on_a_page()
    {
        var first = (await _keys.Issue(new(Caller.FirstKey, CallerKind.Secretariat), "", null, default)).Key;
        Assert.Equal(409, (await Revoke(first.Id)).Status);
        Assert.Single(await _keys.List(default));
    }

    private async Task<Served> Issue(string token, params (string, string)[] fields)
    {
        IPartnerStore partners = _partners;
        await partners.Save(new("EJN"), null, default);
        return await Served.By(
            PageSite.Post("/console/people/keys", PageSite.Administrator, [(FormNames.Token, token), .. fields]),
            r => new IssueKeyPages(_site.Pages, _service, partners, _names).Issue(r, default));
    }

    private Task<Served> Rotate(string id, string hours) => Served.By(
        PageSite.Post($"/console/people/keys/{id}/rotation", PageSite.Administrator, ("hours", hours)),
        r => Change().Rotate(r, id, default));

    private async Task<(int Status, string Leads)> Revoke(string id)
    {
        var request = PageSite.Post($"/console/people/keys/{id}/revocation", PageSite.Administrator);
        var served = await Served.By(request, r => Change().Revoke(r, id, default));
        return (served.Status, $"{served.Headers.Location}");
    }

    private ChangeKeyPages Change() => new(_site.Pages, _keys, _service, _names, _site.Clock);

    private KeyPages List() => new(_site.Pages, _keys, _names, _site.Clock);
}
