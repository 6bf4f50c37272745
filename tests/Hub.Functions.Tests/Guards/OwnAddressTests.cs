using System.Text.RegularExpressions;
using Hub.Functions.Site;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Guards;

/// <summary>
/// Where the hub names itself, it uses the address that it was given in its settings: a request, and whoever passed it on, may say what
/// they like of the host that they mean.
/// </summary>
public sealed class OwnAddressTests
{
    private static readonly string[] Names = ["X-Forwarded-Host", "X-Original-Host", "X-Forwarded-Server", "Forwarded"];
    private readonly PageSite _site = new();

    [Fact]
    public async Task No_page_and_no_way_on_names_a_host_that_the_request_claims()
    {
        foreach (var ask in new Func<HttpRequest, Task<Microsoft.AspNetCore.Mvc.IActionResult>>[]
        {
            new Home(_site.Pages).Show, new SignInPages(_site.Pages, _site.Visits, _site.SignIn).Show,
            r => Task.FromResult(SitePages.SeeOther(r, "/console", "RELEASED")), r => Task.FromResult(ChooseLanguage.Run(r, "fr")),
        })
        {
            var request = PageSite.Get("/?to=/networks");
            request.Host = new("evil.example");
            foreach (var name in Names)
                request.Headers[name] = name == "Forwarded" ? "host=evil.example;proto=https" : "evil.example";
            var served = await Served.By(request, ask);
            Assert.DoesNotContain("evil.example", PageSite.Text(served), StringComparison.OrdinalIgnoreCase);
            Assert.All(
                request.HttpContext.Response.Headers,
                h => Assert.DoesNotContain("evil.example", $"{h.Value}", StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Signing in on one's own machine alone looks at the host: to refuse all that is not this machine.</summary>
    [Theory]
    [InlineData(@"[Rr]equest\.Host\b|GetDisplayUrl|GetEncodedUrl|Forwarded-Host|Headers\.Host\b", "SignIn.cs")]
    [InlineData(@"RemoteIpAddress|Forwarded-For|Client-IP|Original-For|ForwardedHeaders\b", "ClientAddress.cs")]
    public void Who_calls_and_by_which_host_is_read_in_one_place(string reading, string file)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Hub.sln")))
            root = Path.GetDirectoryName(root)!;
        var reads = System.IO.Directory.GetFiles(Path.Combine(root, "functions"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Where(f => Regex.IsMatch(File.ReadAllText(f), reading, RegexOptions.IgnoreCase));
        Assert.Equal([file], reads.Select(Path.GetFileName));
    }
}
