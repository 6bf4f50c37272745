using Azure;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Tests.Documents;
using Hub.LocalProcesses;
using Hub.Notices.Access;
using Hub.Pages.Site;

namespace Hub.Functions.Tests.Site;

/// <summary>Where something is wrong, a page says what in words, shows nothing else, and has a way on.</summary>
public sealed class ErrorPageTests
{
    public static TheoryData<Exception, int> Errors => new()
    {
        { new ApiException(404, "No such key", "GET /api/keys"), 404 },
        { new ApiException(403, Callers.NotForRole, $"{SecretariatRoles.Administrator}"), 403 },
        { new ApiException(422, "The form is wrong", "Mend it"), 422 },
        { new RequestFailedException(503, "the-account at 192.0.2.7"), 503 },
        { new InvalidOperationException("a secret of somebody"), 500 },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_is_a_page_in_the_readers_language_with_a_way_on(Exception error, int status)
    {
        var site = new PageSite();
        foreach (var language in new[] { "en", "fr" })
        {
            var request = PageSite.Get("/console/people", PageSite.Administrator);
            request.Headers.AcceptLanguage = language;
            var served = await Served.By(request, r => site.Errors.Of(error, r));
            var page = PageSite.Text(served);
            Assert.Equal((status, "no-store"), (served.Status, $"{served.Headers.CacheControl}"));
            Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
            Assert.Contains("href=\"/console\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("192.0.2.7", page, StringComparison.Ordinal);
            Assert.DoesNotContain("a secret", page, StringComparison.Ordinal);
            Assert.DoesNotContain(error.Message, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Among_the_pages_of_the_Secretariat_an_error_has_their_menu()
    {
        var site = new PageSite();
        async Task<string> Missing(string path) => PageSite.Text(await Served.By(
            PageSite.Get(path, PageSite.Administrator), r => site.Errors.Of(new ApiException(404, "No such page", ""), r)));
        Assert.Contains("href=\"/console/notices\"", await Missing("/console/nothing"), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/console/notices\"", await Missing("/nothing"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(422, "Rien n’a été modifié.")]
    [InlineData(413, "L’envoi est trop volumineux")]
    [InlineData(403, "Rien n’a été modifié.")]
    public async Task What_the_API_says_to_programs_is_said_to_people_in_their_language(int status, string words)
    {
        var request = PageSite.Get("/console/people", PageSite.Administrator);
        request.Headers.AcceptLanguage = "fr";
        var served = await Served.By(request, r => new PageSite().Errors.Of(new ApiException(status, "Too many files", "Put the others in 'x'."), r));
        Assert.Contains(words, PageSite.Text(served), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1", "dans 1 min.")]
    [InlineData(61, "61", "dans 2 min.")]
    [InlineData(899.2, "900", "dans 15 min.")]
    public async Task Whoever_asks_too_often_reads_how_long_to_wait_as_the_header_says_it(double wait, string header, string words)
    {
        var request = PageSite.Get("/sign-in/access");
        request.Headers.AcceptLanguage = "fr";
        var often = ApiException.TooOften(TimeSpan.FromSeconds(wait), "Too often", "Wait.");
        Assert.Equal(header, often.Headers["Retry-After"]);
        Assert.Contains(words, PageSite.Text(await Served.By(request, r => new PageSite().Errors.Of(often, r))), StringComparison.Ordinal);
    }

    /// <summary>Said in two places, the wait would be said in two ways.</summary>
    [Fact]
    public void Too_often_is_said_in_one_way()
    {
        var said = System.IO.Directory.GetFiles(Repository.PathTo("functions", "Hub.Functions"), "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f) is var code
                && (code.Contains("(429", StringComparison.Ordinal) || code.Contains("429,", StringComparison.Ordinal)
                    || code.Contains("\"Retry-After\"", StringComparison.Ordinal)));
        Assert.Equal(["ApiException.cs", "ErrorPages.cs"], said.Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_page_for_another_role_says_whose_it_is()
    {
        var served = await Served.By(
            PageSite.Get("/console/people/keys/new", PageSite.Administrator with { Roles = SecretariatRoles.Editor }),
            r => new PageSite().Errors.Of(new ApiException(403, Callers.NotForRole, $"{SecretariatRoles.Administrator}"), r));
        Assert.Contains("administrator", PageSite.Text(served), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Where_storage_is_away_the_page_comes_all_the_same_and_says_so()
    {
        var away = new RequestFailedException(503, "away");
        var site = new PageSite(new NoPeople(away));
        var served = await Served.By(PageSite.Get("/console", PageSite.Administrator), r => site.Errors.Of(away, r));
        Assert.Equal(503, served.Status);
        Assert.Contains("<h1", PageSite.Text(served), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_could_not_be_read_for_want_of_storage_leads_to_itself()
    {
        var site = new PageSite(new NoPeople(Away));
        var served = await Served.By(PageSite.Get("/console/records?text=Paris", PageSite.Administrator), r => site.Errors.Of(Away, r));
        Assert.Contains("href=\"/console/records?text=Paris\">Try again", PageSite.Text(served), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_while_storage_is_away_is_on_the_page_to_be_sent_again()
    {
        var site = new PageSite(new NoPeople(Away));
        var request = PageSite.Post(
            "/console/people/partners/edit", PageSite.Administrator, ("name", "EJN"), ("contact", "Somebody & others"), (FormNames.Token, "its-own"));
        var served = await Served.By(request, r => site.Errors.Of(Away, r));
        var page = PageSite.Text(served);
        Assert.Equal(503, served.Status);
        Assert.Contains("name=\"name\" value=\"EJN\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"contact\" value=\"Somebody & others\"", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/console/people/partners/edit\"", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"{FormNames.Token}\" value=\"its-own\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_asked_for_again_by_its_name_because_no_page_can_hold_it()
    {
        var request = PageSite.Post("/console/notices/new", PageSite.Administrator);
        request.ContentType = "multipart/form-data; boundary=b";
        request.Body = new MemoryStream("""
            --b
            Content-Disposition: form-data; name="state"

            SEN
            --b
            Content-Disposition: form-data; name="note"; filename="note verbale.pdf"

            bytes
            --b--

            """u8.ToArray().SelectMany(b => b == '\n' ? "\r\n"u8.ToArray() : [b]).ToArray());
        request.ContentLength = request.Body.Length;
        var page = PageSite.Text(await Served.By(request, r => new PageSite().Errors.Of(Away, r)));
        Assert.Contains("name=\"state\" value=\"SEN\"", page, StringComparison.Ordinal);
        Assert.Contains("note verbale.pdf", page, StringComparison.Ordinal);
        Assert.Matches("<input class=\"govuk-file-upload\" type=\"file\" id=\"again-note\" name=\"note\"", page);
        Assert.Contains("enctype=\"multipart/form-data\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_sites_page_sent_is_shown_to_nobody()
    {
        var request = PageSite.Post("/console/people/partners/edit", PageSite.Administrator, ("name", "EJN"));
        request.Headers["Sec-Fetch-Site"] = "cross-site";
        var served = await Served.By(request, r => new PageSite().Errors.Of(Away, r));
        Assert.Equal(503, served.Status);
        Assert.DoesNotContain("EJN", PageSite.Text(served), StringComparison.Ordinal);
    }

    [Fact]
    public void At_addresses_for_people_and_programs_alike_a_browser_gets_a_page_and_a_program_does_not()
    {
        var (browser, program) = (PageSite.Get("/networks/en/carin.html"), PageSite.Get("/networks/en/carin.html"));
        (browser.Headers.Accept, program.Headers.Accept) = ("text/html,application/xhtml+xml", "application/json");
        foreach (var access in new AccessAttribute[] { new PublicAccessAttribute(), new TokenAccessAttribute() })
            Assert.Equal((true, false), (ErrorResponses.IsPage(access, browser), ErrorResponses.IsPage(access, program)));
        Assert.True(ErrorResponses.IsPage(new PublicPageAttribute(), program));
        Assert.False(ErrorResponses.IsPage(new AccessAttribute(CallerKind.Reader), browser));
    }

    private static RequestFailedException Away => new(503, "away");

    private sealed class NoPeople(Exception away) : IPersonStore
    {
        public Task Note(Person person, CancellationToken cancel) => throw away;

        public Task<IReadOnlyList<Person>> List(CancellationToken cancel) => throw away;
    }
}
