using Hub.Functions.Errors;
using Hub.Functions.Site;
using Hub.Functions.Tests.Documents;
using Hub.Pages.Site;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Site;

/// <summary>A form of the Secretariat's pages does something only with its token; without it nothing that was typed is lost.</summary>
public sealed class FormCheckTests
{
    private const string EntryPoint = "Hub.Functions.Console.People.PartnerPages.Save";
    private const string Path = "/console/people/partners/edit";
    private readonly PageSite _site = new();

    [Fact]
    public async Task A_form_with_its_token_is_taken()
    {
        var token = await _site.Tokens.Of(PageSite.Administrator, default);
        Assert.Null(await Sent(PageSite.Post(Path, PageSite.Administrator, ("name", "EJN"), (FormNames.Token, token))));
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing_and_is_shown_with_all_that_it_holds_to_be_sent_again()
    {
        var foreign = await _site.Tokens.Of(PageSite.Administrator with { Session = "another" }, default);
        foreach (var token in new[] { "", foreign })
        {
            var answer = await Sent(PageSite.Post(
                Path, PageSite.Administrator, ("name", "<b>EJN</b>"), ("letter", "1"), ("letter", "2"), (FormNames.Token, token)));
            Assert.Equal(403, answer!.Status);
            var page = PageSite.Text(answer);
            foreach (var (name, value) in new[] { ("name", "<b>EJN</b>"), ("letter", "1"), ("letter", "2") })
                Assert.Contains($"name=\"{name}\" value=\"{value}\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>EJN</b>", System.Text.Encoding.UTF8.GetString(answer.Bytes), StringComparison.Ordinal);
            if (token.Length > 0)
                Assert.DoesNotContain(token, page, StringComparison.Ordinal);
            // Sent again from that page, it is taken.
            var given = page.Split("name=\"form-token\" value=\"")[^1].Split('"')[0];
            Assert.Null(await Sent(PageSite.Post(Path, PageSite.Administrator, ("name", "EJN"), (FormNames.Token, given))));
        }
    }

    [Theory]
    [InlineData("call\u202eback")]
    [InlineData("a\u0001b")]
    [InlineData("a\u000bb")]
    public async Task Signs_that_nobody_sees_are_taken_from_no_form(string text)
    {
        var token = await _site.Tokens.Of(PageSite.Administrator, default);
        var request = PageSite.Post(Path, PageSite.Administrator, ("name", text), (FormNames.Token, token));
        var refused = await Assert.ThrowsAsync<ApiException>(() => Sent(request));
        var page = PageSite.Text(await Served.By(request, r => _site.Errors.Of(refused, r)));
        Assert.Contains("signs that nobody sees", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_tabulators_and_Arabic_are_no_signs_that_nobody_sees()
    {
        var token = await _site.Tokens.Of(PageSite.Administrator, default);
        Assert.Null(await Sent(PageSite.Post(Path, PageSite.Administrator, ("name", "a\r\n\tb وزارة العدل"), (FormNames.Token, token))));
    }

    [Fact]
    public async Task A_form_that_is_too_long_to_be_shown_again_is_not_shown()
    {
        var request = PageSite.Post(Path, PageSite.Administrator, ("name", new string('<', 300_000)), (FormNames.Token, ""));
        Assert.Equal(413, (await Assert.ThrowsAsync<ApiException>(() => Sent(request))).Status);
    }

    [Fact]
    public async Task A_stranger_gets_nothing_back_of_a_long_form()
    {
        var request = PageSite.Post(Path, null, ("name", new string('<', 100_000)));
        var served = await Served.By(request, r => _site.Errors.Of(new SignInNeededException(), r));
        Assert.Equal(401, served.Status);
        Assert.True(served.Bytes.Length < 20_000, $"{served.Bytes.Length} bytes");
        Assert.Contains("Your session has ended", PageSite.Text(served), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7")]
    public async Task A_form_that_cannot_be_read_is_answered_with_a_page(string type)
    {
        var request = PageSite.Post(Path, null, ("name", "EJN"));
        request.ContentType = type;
        var served = await Served.By(request, r => _site.Errors.Of(new SignInNeededException(), r));
        Assert.InRange(served.Status, 400, 499);
        Assert.Contains("<h1", PageSite.Text(served), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_a_form_that_is_sent_again_are_named_and_asked_for()
    {
        var visit = new Visit(Hub.Register.States.Language.English, Path, _site.Clock.GetUtcNow()) { Visitor = new("Daniel", default) };
        var page = Hub.Pages.SiteHtml.SendAgain(visit, [], [("files", "note.pdf"), ("files", "annex.pdf")]);
        Assert.Contains("note.pdf, annex.pdf", page, StringComparison.Ordinal);
        Assert.Contains("enctype=\"multipart/form-data\"", page, StringComparison.Ordinal);
        Assert.Contains("type=\"file\" id=\"again-files\" name=\"files\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_only_asked_for_and_what_programs_send_wants_no_token()
    {
        Assert.Null(await Sent(PageSite.Get(Path, PageSite.Administrator)));
        Assert.Null(await Sent(PageSite.Post("/api/keys", PageSite.Administrator), "Hub.Functions.Administration.Keys.Issue"));
    }

    [Fact]
    public async Task A_session_that_ended_in_the_middle_of_a_form_loses_nothing()
    {
        var request = PageSite.Post(Path, null, ("name", "EJN"), ("contact", "Somebody & others"));
        var served = await Served.By(request, r => _site.Errors.Of(new SignInNeededException(), r));
        Assert.Equal(401, served.Status);
        var page = PageSite.Text(served);
        Assert.Contains("name=\"contact\" value=\"Somebody & others\"", page, StringComparison.Ordinal);
        Assert.Contains($"action=\"{Path}\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/sign-in\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_session_what_another_sites_page_sends_is_not_shown()
    {
        foreach (var site in new[] { "cross-site", "same-site", "" })
        {
            var request = PageSite.Post(Path, null, ("name", "EJN"));
            request.Headers["Sec-Fetch-Site"] = site;
            var served = await Served.By(request, r => _site.Errors.Of(new SignInNeededException(), r));
            Assert.Equal((303, "/sign-in?to=%2Fconsole"), (served.Status, $"{served.Headers.Location}"));
        }
    }

    [Fact]
    public async Task Whoever_asks_for_a_page_without_a_session_comes_back_to_it()
    {
        var served = await Served.By(
            PageSite.Get("/console/people?kind=PARTNER"), r => _site.Errors.Of(new SignInNeededException(), r));
        Assert.Equal((303, "/sign-in?to=%2Fconsole%2Fpeople%3Fkind%3DPARTNER"), (served.Status, $"{served.Headers.Location}"));
    }

    // What came instead of the function; null where it is called.
    private async Task<Served?> Sent(HttpRequest request, string entryPoint = EntryPoint) =>
        await new FormCheck(_site.Tokens, _site.Visits).Question(entryPoint, request) is { } question
            ? await Served.By(request, _ => Task.FromResult(question))
            : null;
}
