using System.Text;
using Hub.Functions.Errors;
using Hub.Functions.Notices;
using Hub.Functions.Site;
using Hub.Functions.Tests.Access;
using Hub.Functions.Tests.Documents;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Requests;

/// <summary>Forms that are broken, or larger than they may be: each is refused for what it is.</summary>
public sealed class FormBodyTests
{
    private const string Notice = "--b\r\nContent-Disposition: form-data; name=\"notice\"\r\n\r\n{}\r\n";
    private const string End = "--b--\r\n";
    private const string Boundary = "multipart/form-data; boundary=b";

    public static TheoryData<string, string, int> Broken => new()
    {
        { "multipart/form-data", Notice + End, 400 },
        { "multipart/form-data; boundary=", Notice + End, 400 },
        { $"multipart/form-data; boundary={new string('b', 200)}", Notice + End, 400 },
        { "multipart/form-data; boundary=other", Notice + End, 400 },
        { Boundary, Notice, 400 },
        { Boundary, Notice[..30], 400 },
        { Boundary, "", 400 },
        { Boundary, "no form at all", 400 },
        { Boundary, End, 400 },
        { Boundary, $"--b\r\nX: {new string('x', 20_000)}\r\n\r\n{{}}\r\n{End}", 400 },
        { Boundary, $"--b\r\n{string.Concat(Enumerable.Range(0, 100).Select(i => $"X{i}: y\r\n"))}\r\n{{}}\r\n{End}", 400 },
        { Boundary, $"--b\r\nContent-Disposition: nonsense\r\n\r\n{{}}\r\n{End}", 400 },
        { Boundary, Notice + Notice + End, 400 },
        { Boundary, Notice + File("notice", "{}") + End, 400 },
        { Boundary, $"--b\r\nContent-Disposition: form-data; name=\"notice\"\r\n\r\n{new string(' ', 300_000)}\r\n{End}", 413 },
        { Boundary, File("notice", new(' ', 300_000)) + End, 413 },
        { Boundary, Notice + string.Concat(Enumerable.Repeat(File("f", "x"), 21)) + End, 413 },
        { Boundary, Notice + string.Concat(Enumerable.Repeat(File("f", "x"), 1000)) + End, 413 },
        { "application/x-www-form-urlencoded", string.Join('&', Enumerable.Range(0, 2000).Select(i => $"k{i}=v")), 413 },
        { "application/x-www-form-urlencoded", $"{new string('k', 5000)}=v", 400 },
        { "application/x-www-form-urlencoded", "notice={}&notice={}", 400 },
    };

    [Theory, MemberData(nameof(Broken))]
    public async Task A_broken_form_is_refused_for_what_it_is(string type, string body, int status) =>
        Assert.Equal(status, (await Refusal(type, Encoding.UTF8.GetBytes(body))).Status);

    [Theory]
    [InlineData(2200, "read")]
    [InlineData(20_000, "413 Too much typed")]
    public async Task A_form_of_a_page_may_be_as_long_as_its_longest_lists(int values, string outcome)
    {
        var body = string.Join('&', Enumerable.Range(0, values).Select(i => $"record/designations/{i / 11}/f{i % 11}=v"));
        var request = Request("application/x-www-form-urlencoded", new MemoryStream(Encoding.UTF8.GetBytes(body)));
        try
        {
            Assert.Equal((values, "read"), ((await PostedForm.Of(request)).Values.Count(), outcome));
        }
        catch (ApiException e)
        {
            Assert.Equal(outcome, $"{e.Status} {e.Message}");
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br, gzip")]
    public async Task A_form_that_was_packed_is_refused_in_words(string encoding)
    {
        var refusal = await Refusal(Boundary, Encoding.UTF8.GetBytes(Notice + End), ("Content-Encoding", encoding));
        Assert.Equal(415, refusal.Status);
        Assert.Contains("Content-Encoding", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_server_says_of_a_request_is_not_said_to_be_a_broken_form()
    {
        var request = Request(Boundary, new Failing());
        Assert.Equal(408, (await Assert.ThrowsAsync<BadHttpRequestException>(() => Run(request))).StatusCode);
    }

    private static string File(string name, string content) =>
        $"--b\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"f.txt\"\r\nContent-Type: text/plain\r\n\r\n{content}\r\n";

    private static async Task<ApiException> Refusal(string type, byte[] body, params (string, string)[] headers) =>
        await Assert.ThrowsAsync<ApiException>(() => Run(Request(type, new MemoryStream(body), headers)));

    private static HttpRequest Request(string type, Stream body, params (string, string)[] headers)
    {
        var request = Served.Request(headers);
        (request.Method, request.ContentType, request.Body) = ("POST", type, body);
        return request;
    }

    // Nothing of these comes as far as the intake.
    private static Task Run(HttpRequest request) =>
        new SubmitNotice(null!, null!).Run(request.As(new("mission", CallerKind.State)), default);

    private sealed class Failing : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(new BadHttpRequestException("Too slow", 408));
    }
}
