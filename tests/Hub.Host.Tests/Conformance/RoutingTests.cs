using System.Net;

namespace Hub.Host.Tests.Conformance;

[Collection(HostCollection.Name)]
public sealed class RoutingTests(HostUnderTest host)
{
    [Theory]
    [InlineData("GET", "/order/7", "by id 7")]
    [InlineData("GET", "/order/special", "special")]
    [InlineData("POST", "/order/upload", "upload")]
    [InlineData("GET", "/order/upload", "by id upload")]
    [InlineData("GET", "/ORDER/special", "special")]
    public async Task The_most_exact_route_that_takes_the_method_wins(string method, string path, string expected)
    {
        using var response = await Send(method, path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("POST", "/hello/you")]
    [InlineData("HEAD", "/hello/you")]
    [InlineData("OPTIONS", "/hello/you")]
    [InlineData("DELETE", "/order/7")]
    [InlineData("GET", "/no/such/route")]
    [InlineData("GET", "/hello/you/more")]
    public async Task What_no_function_takes_is_not_found_and_empty(string method, string path)
    {
        using var response = await Send(method, path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Empty(response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("//hello/you")]
    [InlineData("//echo/a")]
    public async Task A_path_that_begins_with_an_empty_part_is_not_found(string path)
    {
        // HttpClient keeps the path as it is when it has a host before it.
        using var response = await host.Http.GetAsync(new Uri($"{host.Address.GetLeftPart(UriPartial.Authority)}{path}"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("a/b/c", "a/b/c")]
    [InlineData("a%2Fb", "a%2Fb")]
    [InlineData("a%20b", "a b")]
    [InlineData("%C3%A9t%C3%A9", "été")]
    public async Task A_catch_all_route_takes_the_rest_and_keeps_escaped_slashes(string rest, string expected)
    {
        var echo = await host.GetJson($"/echo/{rest}?q=1&q=%262");

        Assert.Equal(expected, echo.GetProperty("data").GetProperty("rest").GetString());
        Assert.Equal("?q=1&q=%262", echo.GetProperty("query").GetString());
    }

    [Fact]
    public async Task The_root_is_a_home_page()
    {
        using var response = await Send("GET", "/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/admin/host/status")]
    [InlineData("/runtime/webhooks/x")]
    public async Task What_is_the_host_s_own_is_no_function_s(string path)
    {
        using var response = await Send("GET", path);

        Assert.InRange((int)response.StatusCode, 400, 499);
    }

    [Fact]
    public async Task A_function_that_wants_a_key_is_closed_without_one()
    {
        using var response = await Send("GET", "/guarded");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private async Task<HttpResponseMessage> Send(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        return await host.Http.SendAsync(request);
    }
}
