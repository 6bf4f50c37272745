using Hub.Functions.Directory;
using Hub.Functions.Site;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.Notices.Access;
using Hub.Register.Networks;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Tests.DirectoryPages;

/// <summary>Addresses of the directory: codes in any letters lead to the one address, and what a reader looks for stands in none.</summary>
public sealed class DirectoryAddressTests
{
    private static readonly Caller Reader = new("Amina Diallo", CallerKind.Reader) { SignedIn = true, Session = "session-1" };
    private readonly PageSite _site = new();
    private readonly MemoryRegister _register = new();
    private readonly SearchWords _words = new(new FixedAccessLinkKey());

    public DirectoryAddressTests() => _register.Put(Sample.Authority("record-1"));

    [Theory]
    [InlineData("/directory/states/sen?a=b", "/directory/states/SEN?a=b")]
    [InlineData("/directory/states/Sen", "/directory/states/SEN")]
    [InlineData("/directory/sen", "/directory/states/SEN")]
    [InlineData("/directory/SEN", "/directory/states/SEN")]
    [InlineData("/directory/instruments/untoc", "/directory/instruments/UNTOC")]
    public async Task A_code_in_other_letters_leads_to_its_address_for_good(string asked, string address)
    {
        var request = PageSite.Get(asked);
        var code = $"{request.Path}".Split('/')[^1];
        var moved = Assert.IsType<RedirectResult>(await (asked.Contains("/states/", StringComparison.Ordinal) ? States.Show(request, code, default)
            : asked.Contains("/instruments/", StringComparison.Ordinal) ? Lists.Instrument(request, code)
            : States.Lead(request, code)));
        Assert.Equal((address, true), (moved.Url, moved.Permanent));
    }

    [Theory]
    [InlineData("/directory/nothing")]
    [InlineData("/directory/qqq")]
    public async Task A_code_that_nobody_has_leads_nowhere(string asked) =>
        Assert.Equal(404, (await Served.By(PageSite.Get(asked), r => States.Lead(r, asked[11..]))).Status);

    [Fact]
    public async Task What_a_reader_looks_for_stands_encrypted_in_the_address_and_is_found()
    {
        var form = PageSite.Text(await Served.By(PageSite.Get("/directory/search", Reader), Lists.Search));
        Assert.Matches("<form[^>]*method=\"post\" action=\"/directory/search\"", form);
        Assert.DoesNotContain("name=\"q\"", form, StringComparison.Ordinal);
        var sent = await Served.By(PageSite.Post("/directory/search", Reader, ("text", "Cooperation")), r => Lists.Take(r, default));
        Assert.Equal(303, sent.Status);
        Assert.Matches("^/directory/search\\?text=[A-Za-z0-9_-]+$", $"{sent.Headers.Location}");
        var request = PageSite.Get($"{sent.Headers.Location}", Reader);
        await _words.Open(request);
        Assert.Contains("record-1", PageSite.Text(await Served.By(request, Lists.Search)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_an_address_in_clear_finds_only_what_everybody_may_see()
    {
        foreach (var by in new[] { Reader, null })
        {
            var page = PageSite.Text(await Served.By(PageSite.Get("/directory/search?q=Cooperation", by), Lists.Search));
            Assert.DoesNotContain("record-1", page, StringComparison.Ordinal);
        }
        var open = PageSite.Text(await Served.By(PageSite.Get("/directory/search"), Lists.Search));
        Assert.Contains("name=\"q\"", open, StringComparison.Ordinal);
    }

    private StatePages States => new(Answers, new StateCatalog(), null!, null!, _register, _site.Clock);

    private ListPages Lists => new(Answers, new(new StateCatalog()), new StateCatalog(), _words);

    private DirectoryAnswers Answers => new(_site.Visits, _register, new NetworkCatalog(), new StateCatalog());
}
