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
