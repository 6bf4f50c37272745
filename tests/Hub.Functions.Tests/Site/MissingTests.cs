using System.Text;
using Hub.Functions.Errors;
using Hub.Functions.Site;
using Hub.Functions.Tests.Documents;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Site;

/// <summary>What no function answers: people are told on a page, programs as problem details.</summary>
public sealed class MissingTests
{
    [Theory]
    [InlineData("/api/anything")]
    [InlineData("/api")]
    [InlineData("/API/notices/x/y/z")]
    public async Task A_program_is_told_in_json(string path)
    {
        var served = await Served.By(PageSite.Get(path), r => Task.FromResult(Missing.Show(r)));
        Assert.Equal((404, "application/problem+json"), (served.Status, served.Headers.ContentType.ToString().Split(';')[0]));
        Assert.StartsWith("{", Encoding.UTF8.GetString(served.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/anything")]
    [InlineData("/apian")]
    [InlineData("/sign-in/access/more")]
    public void A_person_is_told_on_a_page(string path) =>
        Assert.Equal(404, Assert.Throws<ApiException>(() => Missing.Show(PageSite.Get(path))).Status);

    [Theory]
    [InlineData("GET", "/sign-out", "POST")]
    [InlineData("DELETE", "/console/notices/SEN-1/handling", "POST")]
    [InlineData("POST", "/directory/states/SEN", "GET, HEAD")]
    [InlineData("DELETE", "/sign-in/access", "GET, HEAD, POST")]
    [InlineData("PUT", "/", "GET, HEAD")]
    [InlineData("HEAD", "/language/fr", "GET")]
    public void An_address_that_takes_other_methods_says_which(string method, string path, string allowed)
    {
        var error = Assert.Throws<ApiException>(() => Missing.Show(Asked(method, path)));
        Assert.Equal((405, allowed), (error.Status, error.Headers["Allow"]));
    }

    [Theory]
    [InlineData("/console/notices/SEN-1/handling", "/console/notices/SEN-1")]
    [InlineData("/partners/endpoints/e1/test", "/partners/endpoints/e1")]
    [InlineData("/office/forms", "/office")]
    public async Task Whoever_opens_where_a_form_was_sent_comes_to_its_page(string path, string page)
    {
        var served = await Served.By(PageSite.Get(path), r => Task.FromResult(Missing.Show(r)));
        Assert.Equal((303, page), (served.Status, $"{served.Headers.Location}"));
    }

    [Theory]
    [InlineData("PATCH", "/api/endpoints/e1/secret")]
    [InlineData("GET", "/api/notices/SEN-1/decision")]
    public async Task A_program_is_told_them_too(string method, string path)
    {
        var served = await Served.By(Asked(method, path), r => Task.FromResult(Missing.Show(r)));
        Assert.Equal((405, "POST"), (served.Status, $"{served.Headers.Allow}"));
        Assert.Contains("This address takes POST.", Encoding.UTF8.GetString(served.Bytes), StringComparison.Ordinal);
    }

    private static HttpRequest Asked(string method, string path)
    {
        var request = PageSite.Get(path);
        request.Method = method;
        return request;
    }
}
