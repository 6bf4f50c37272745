using System.Text.RegularExpressions;
using Hub.Functions.Console;
using Hub.Functions.Site;
using Hub.Functions.Tests.Documents;
using Hub.Notices.Access;
using Hub.Rules.Tests.Builders;

namespace Hub.Functions.Tests.Site;

/// <summary>What somebody looks for may be a person's name or an address: no address of a page holds it (I6).</summary>
public sealed class SearchWordsTests
{
    private const string Typed = "a.bell@justice.example";
    private readonly SearchWords _words = new(new FixedAccessLinkKey());

    [Fact]
    public async Task What_was_typed_stands_in_no_address_and_the_list_knows_it()
    {
        var address = await Found(("list", "/console/mails"), ("status", "ALL"), ("state", ""), ("text", Typed));
        Assert.Matches("^/console/mails\\?status=ALL&text=[A-Za-z0-9_-]+$", address);
        Assert.DoesNotContain("bell", address, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Typed, await Opened(address, PageSite.Administrator));
    }

    [Fact]
    public async Task Nobody_else_opens_it_nor_the_same_person_in_another_session()
    {
        var address = await Found(("list", "/console/mails"), ("text", Typed));
        Assert.Null(await Opened(address, PageSite.Administrator with { Session = "another" }));
        Assert.Null(await Opened(address, PageSite.Administrator with { Name = "Boris Petrov" }));
    }

    [Theory]
    [InlineData("a.bell%40justice.example")]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_written_into_an_address_by_hand_is_looked_for_by_no_list(string text) =>
        Assert.Null(await Opened($"/console/mails?text={text}", PageSite.Administrator));

    [Fact]
    public async Task Short_words_and_longer_ones_look_alike_and_the_same_words_never_the_same()
    {
        var one = await Found(("list", "/console/mails"), ("text", "a"));
        var other = await Found(("list", "/console/mails"), ("text", Typed));
        Assert.Equal(one.Length, other.Length);
        Assert.NotEqual(other, await Found(("list", "/console/mails"), ("text", Typed)));
    }

    [Theory]
    [InlineData("https://elsewhere.example/console/x")]
    [InlineData("//elsewhere.example")]
    [InlineData("/networks")]
    [InlineData("")]
    public async Task It_leads_to_lists_of_the_Secretariat_only(string list) =>
        Assert.StartsWith("/console?text=", await Found(("list", list), ("text", "x")), StringComparison.Ordinal);

    /// <summary>The links of a list to its other pages hold it as its address does.</summary>
    [Fact]
    public async Task Links_of_a_list_hold_what_was_typed_as_its_address_does()
    {
        var request = await PageSite.Searched("/console/mails?status=ALL", PageSite.Administrator, Typed);
        var (range, _) = request.Page(Enumerable.Range(0, 200).ToList(), $"/console/mails?status=ALL&text={Uri.EscapeDataString(Typed)}");
        foreach (var link in new[] { range.To(2), range.Csv, range.Without("status"), range.Address })
        {
            Assert.DoesNotContain("bell", link, StringComparison.OrdinalIgnoreCase);
            Assert.Contains($"text={request.Query["text"]}", link, StringComparison.Ordinal);
        }
        Assert.Equal("/console/mails?status=ALL", range.Without("text"));
    }

    /// <summary>A form that is sent by its address puts what was typed into it into histories and logs.</summary>
    [Fact]
    public void No_form_of_the_Secretariat_that_asks_by_its_address_has_a_field_to_type_into()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Hub.sln")))
            root = Path.GetDirectoryName(root)!;
        var pages = System.IO.Directory.GetFiles(Path.Combine(root, "functions", "Hub.Pages", "Console"), "*.razor", SearchOption.AllDirectories);
        var forms = from page in pages
                    from Match form in Regex.Matches(File.ReadAllText(page), "<form[^>]*method=\"get\".*?</form>", RegexOptions.Singleline)
                    select (Page: Path.GetFileName(page), form.Value);
        Assert.NotEmpty(forms);
        Assert.Empty(forms.Where(f => Regex.IsMatch(f.Value, "<TextField|<textarea|type=\"(text|search|email|tel)\"")).Select(f => f.Page));
    }

    /// <summary>The words come opened from one place; no list reads its address for them.</summary>
    [Fact]
    public void Every_list_with_a_search_takes_its_words_where_they_are_opened()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Hub.sln")))
            root = Path.GetDirectoryName(root)!;
        var folder = Path.Combine(root, "functions", "Hub.Functions", "Console");
        Assert.Empty(System.IO.Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => Regex.IsMatch(File.ReadAllText(f), "Query\\[\"(text|address|find|q)\"\\]")).Select(Path.GetFileName));
    }

    private async Task<string> Found(params (string, string)[] fields)
    {
        var request = PageSite.Post("/console/find", PageSite.Administrator, fields);
        await Served.By(request, r => new FindPages(_words).Find(r, default));
        return request.HttpContext.Response.Headers.Location.ToString();
    }

    private async Task<string?> Opened(string address, Caller by)
    {
        var request = PageSite.Get(address, by);
        await _words.Open(request);
        return SearchWords.Of(request);
    }
}
