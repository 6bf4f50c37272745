using Hub.Functions.Site;
using Hub.Functions.Tests.Documents;

namespace Hub.Functions.Tests.Site;

/// <summary>Whoever signed in, or chose a language, goes on to a page of the hub and never to another site.</summary>
public sealed class LocalAddressTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/console")]
    [InlineData("/console/notices?status=ALL&page=2")]
    [InlineData("/console?to=https://elsewhere.example")]
    [InlineData("/@elsewhere.example")]
    public void An_address_of_the_hubs_own_is_gone_on_to(string to) => Assert.Equal(to, Visits.Local(to));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("console")]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    [InlineData("///elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("\\/elsewhere.example")]
    [InlineData("/console\\..\\..\\elsewhere.example")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    [InlineData("/\u0000")]
    [InlineData("javascript:alert(1)")]
    [InlineData(" /console")]
    public void Anything_else_leads_to_the_console(string? to) => Assert.Equal("/console", Visits.Local(to));

    [Fact]
    public void An_address_that_is_too_long_leads_to_the_console()
    {
        Assert.Equal($"/{new string('a', 599)}", Visits.Local($"/{new string('a', 599)}"));
        Assert.Equal("/console", Visits.Local($"/{new string('a', 600)}"));
    }

    [Theory]
    [InlineData("/console", "ar", "English")]
    [InlineData("/console/notices", "es", "English")]
    [InlineData("/console/notices", "fr", "French")]
    [InlineData("/", "ar", "Arabic")]
    [InlineData("/sign-in", "es", "Spanish")]
    public void A_page_is_in_the_readers_language_where_it_has_it_and_in_English_otherwise(string path, string asked, string language)
    {
        var request = PageSite.Get(path);
        request.Headers.AcceptLanguage = asked;
        Assert.Equal(language, Visits.Language(request).ToString());
    }

    [Fact]
    public async Task The_way_back_may_hold_any_letters()
    {
        var request = PageSite.Get("/language/fr?to=%2F%C3%A9");
        var served = await Served.By(request, r => Task.FromResult(ChooseLanguage.Run(r, "fr")));
        Assert.Equal((303, "/%C3%A9"), (served.Status, $"{served.Headers.Location}"));
    }

    [Theory]
    [InlineData("same-origin", true)]
    [InlineData("cross-site", false)]
    [InlineData("none", false)]
    public async Task Only_the_hubs_own_pages_lead_to_a_sentence_on_what_was_done(string from, bool isShown)
    {
        var request = PageSite.Get("/console?done=COMMITTED", PageSite.Administrator);
        request.Headers["Sec-Fetch-Site"] = from;
        Assert.Equal(isShown, (await new PageSite().Visits.Of(request)).Done is not null);
    }

    [Fact]
    public async Task The_choice_of_a_language_leads_back_and_nowhere_else()
    {
        foreach (var (to, leads) in new[] { ("/console/people", "/console/people"), ("//elsewhere.example", "/"), ("/", "/") })
        {
            var request = PageSite.Get($"/language/fr?to={Uri.EscapeDataString(to)}");
            var served = await Served.By(request, r => Task.FromResult(ChooseLanguage.Run(r, "fr")));
            Assert.Equal((303, leads), (served.Status, $"{served.Headers.Location}"));
            Assert.Contains("hub-language=fr", $"{served.Headers.SetCookie}", StringComparison.Ordinal);
        }
    }
}
