using System.Text;
using Hub.Functions.Errors;
using Hub.Functions.Recipients;
using Hub.Functions.Tests.Documents;
using Hub.Notices.Recipients;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Requests;

/// <summary>The form of the page of preferences: small, and refused for what it is.</summary>
public sealed class PreferencesFormTests
{
    private const string Urlencoded = "application/x-www-form-urlencoded";

    [Fact]
    public async Task What_the_page_sends_is_read() =>
        Assert.Equal(Cadence.Daily, (await PreferencesForm.Read(Request(Urlencoded, "cadence=DAILY&states=FRA"))).Cadence);

    [Theory]
    [InlineData(Urlencoded, "cadence=NEVER", 400)]
    [InlineData("text/plain", "cadence=DAILY", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b", 400)]
    [InlineData(Urlencoded + "; charset=utf-7", "cadence=DAILY", 400)]
    [InlineData(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"cadence\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nDAILY\r\n--b--",
        400
    )]
    public async Task What_the_page_cannot_have_sent_is_refused(string type, string body, int status) =>
        Assert.Equal(status, (await Refusal(Request(type, body))).Status);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_of_more_than_64_KiB_is_too_large_whether_or_not_it_says_how_long_it_is(bool saysSo)
    {
        var request = Request(Urlencoded, $"cadence=DAILY&x={new string('x', 64 * 1024)}");
        request.ContentLength = saysSo ? request.Body.Length : null;
        Assert.Equal(413, (await Refusal(request)).Status);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(413)]
    public async Task What_the_server_says_of_a_request_stays_what_it_is(int status)
    {
        var request = Request(Urlencoded, "");
        request.Body = new Failing(status);
        Assert.Equal(status, (await Assert.ThrowsAsync<BadHttpRequestException>(() => PreferencesForm.Read(request))).StatusCode);
    }

    private static async Task<ApiException> Refusal(HttpRequest request) =>
        await Assert.ThrowsAsync<ApiException>(() => PreferencesForm.Read(request));

    private static HttpRequest Request(string type, string body)
    {
        var request = Served.Request();
        (request.Method, request.ContentType, request.Body) = ("POST", type, new MemoryStream(Encoding.UTF8.GetBytes(body)));
        return request;
    }

    private sealed class Failing(int status) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(new BadHttpRequestException("The server says so", status));
    }
}
