using System.Net;
using System.Text;
using System.Text.Json;

namespace Hub.Host.Tests.Conformance;

[Collection(HostCollection.Name)]
public sealed class HttpTests(HostUnderTest host)
{
    [Fact]
    public async Task A_request_reaches_the_function_with_its_host_and_the_response_comes_back()
    {
        using var response = await host.Http.GetAsync(new Uri("/hello/you", UriKind.Relative));

        Assert.Equal($"Hello you of {host.Address.Authority}", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Kestrel", response.Headers.Server.ToString());
    }

    [Fact]
    public async Task A_client_s_own_invocation_id_is_overwritten()
    {
        var echo = await Echo(("x-ms-invocation-id", "mine"));

        var id = echo.GetProperty("headers").GetProperty("x-ms-invocation-id").GetString();
        Assert.NotEqual("mine", id);
        Assert.Equal(echo.GetProperty("invocationId").GetString(), id);
    }

    [Fact]
    public async Task What_claims_to_come_from_a_proxy_is_dropped_and_the_principal_passed()
    {
        var headers = (
            await Echo(
                ("X-Forwarded-For", "10.1.2.3"),
                ("X-Forwarded-Host", "evil.example"),
                ("X-Forwarded-Proto", "https"),
                ("X-Forwarded-Prefix", "/x"),
                ("X-MS-CLIENT-PRINCIPAL", "eyJ9"),
                ("Authorization", "Bearer k"),
                ("X-Own", "a, b"))
        ).GetProperty("headers");

        Assert.DoesNotContain(headers.EnumerateObject(), h => h.Name.StartsWith("x-forwarded-", StringComparison.Ordinal));
        Assert.Equal("eyJ9", headers.GetProperty("x-ms-client-principal").GetString());
        Assert.Equal("Bearer k", headers.GetProperty("authorization").GetString());
        Assert.Equal("a, b", headers.GetProperty("x-own").GetString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20_000_000)]
    public async Task A_body_arrives_whole(int length)
    {
        using var response = await host.Http.PostAsync(new Uri("/read", UriKind.Relative), new ByteArrayContent(new byte[length]));

        Assert.Equal(length.ToString(System.Globalization.CultureInfo.InvariantCulture), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_over_the_worker_s_limit_is_too_large()
    {
        using var response = await host.Http.PostAsync(new Uri("/read", UriKind.Relative), new ByteArrayContent(new byte[30_000_001]));

        Assert.False(response.IsSuccessStatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_body_over_the_host_s_limit_is_an_error_without_words()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/read", UriKind.Relative))
        {
            Content = new ByteArrayContent(new byte[(100 * 1024 * 1024) + 1]),
            Headers = { ExpectContinue = true },
        };
        using var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_function_that_throws_is_an_error_without_words()
    {
        using var response = await host.Http.GetAsync(new Uri("/throw", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        await host.Logged("Thrown on purpose.");
    }

    [Fact]
    public async Task A_response_streams_while_the_function_runs()
    {
        var path = new Uri("/stream/streamed", UriKind.Relative);
        using var response = await host.Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.Equal("begun", await reader.ReadLineAsync().WaitAsync(HostUnderTest.Patience));
        (await host.Open("streamed")).Dispose();
        Assert.Equal("done", await reader.ReadLineAsync().WaitAsync(HostUnderTest.Patience));
    }

    [Fact]
    public async Task A_client_that_goes_away_cancels_the_function()
    {
        using var leave = new CancellationTokenSource();
        var request = host.Http.GetAsync(new Uri("/wait/left", UriKind.Relative), leave.Token);
        await host.Logged("Waiting at left");

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await host.Logged("Cancelled at left");
    }

    [Fact]
    public async Task A_response_goes_out_before_the_message_beside_it()
    {
        using var response = await host.Http.PostAsync(new Uri("/tell", UriKind.Relative), new StringContent("told", Encoding.UTF8));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var message = await host.Take("described", body => body == "told");
        Assert.True(Guid.TryParse((string)message.ApplicationProperties["$AzureWebJobsParentId"], out _));
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_makes_an_error_of_an_empty_response()
    {
        using var response = await host.Http.PostAsync(new Uri("/lose/empty", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_truncates_a_response_in_chunks()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/lose/chunked", UriKind.Relative));
        using var response = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsStringAsync().WaitAsync(HostUnderTest.Patience));
    }

    private async Task<JsonElement> Echo(params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/echo/x", UriKind.Relative));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
