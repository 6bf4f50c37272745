using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;

namespace Hub.Azure.Tests.Webhooks;

/// <summary>Webhooks over HTTP: what is sent, what each answer means, and where nothing is sent at all.</summary>
public sealed class HttpWebhookSenderTests
{
    [Fact]
    public async Task The_body_goes_out_as_it_is_with_the_three_headers()
    {
        await using var receiver = await Receiver.Start(204);

        Assert.Null(await receiver.Post());

        Assert.Equal("{\"é\":1}", receiver.Body);
        Assert.Equal("application/cloudevents+json", receiver.Headers!.ContentType);
        Assert.Equal(
            ("sha-256=:AAAA:", "hub=()", "hub=:AAAA:"), (Header("content-digest"), Header("signature-input"), Header("signature")));
        Assert.Equal(
            ("evt-000000000001", "1741944600", "v1,signature"),
            (Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature")));

        string Header(string name) => (string)receiver.Headers[name]!;
    }

    [Fact]
    public async Task The_trace_that_is_under_way_goes_along_and_no_more_of_it()
    {
        await using var receiver = await Receiver.Start(204);
        using var span = new Activity("webhook.deliver").SetIdFormat(ActivityIdFormat.W3C).AddTag("secret", "tag").Start();

        Assert.Null(await receiver.Post());

        Assert.Contains(span.TraceId.ToHexString(), (string)receiver.Headers!["traceparent"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", string.Join('\n', receiver.Headers.Select(h => $"{h.Key}: {h.Value}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(202, null)]
    [InlineData(204, null)]
    [InlineData(301, Failure.Refused)]
    [InlineData(400, Failure.Refused)]
    [InlineData(401, Failure.Refused)]
    [InlineData(404, Failure.Refused)]
    [InlineData(408, Failure.Transient)]
    [InlineData(410, Failure.Gone)]
    [InlineData(429, Failure.Overloaded)]
    [InlineData(500, Failure.Transient)]
    [InlineData(502, Failure.Overloaded)]
    [InlineData(503, Failure.Transient)]
    [InlineData(504, Failure.Overloaded)]
    public async Task The_status_decides_what_is_done(int status, Failure? expected)
    {
        await using var receiver = await Receiver.Start(status);

        Assert.Equal(expected, (await receiver.Post())?.Kind);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var elsewhere = await Receiver.Start(200);
        await using var receiver = await Receiver.Start(status, "Location", $"http://127.0.0.1:{elsewhere.Port}/");

        Assert.NotNull(await receiver.Post());
        Assert.Equal(0, elsewhere.Requests);
    }

    [Fact]
    public async Task The_wait_asked_for_may_be_in_seconds_or_a_date()
    {
        await using var seconds = await Receiver.Start(503, "Retry-After", "120");
        await using var date = await Receiver.Start(
            429, "Retry-After", Receiver.Now.AddSeconds(90).ToString("R", CultureInfo.InvariantCulture));
        await using var nonsense = await Receiver.Start(429, "Retry-After", "soon");

        Assert.Equal(TimeSpan.FromSeconds(120), (await seconds.Post())!.RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(90), (await date.Post())!.RetryAfter);
        Assert.Null((await nonsense.Post())!.RetryAfter);
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_is_tried_again()
    {
        await using var receiver = await Receiver.Start(http => Task.Delay(Timeout.Infinite, http.RequestAborted));

        Assert.Equal(Failure.Transient, (await receiver.Post(timeout: TimeSpan.FromMilliseconds(200)))!.Kind);
    }

    [Fact]
    public async Task A_receiver_that_hangs_up_while_it_is_connected_to_is_tried_again()
    {
        // As the runtime throws it: bare, with no HttpRequestException around it.
        using var http = new HttpClient(new Failing(new SocketException((int)SocketError.NotConnected)));
        var failed = await Receiver.Post(http, "https://partner.example/hook");
        Assert.Equal(new Step.Failed(Failure.Transient, "the connection was lost"), failed);
    }

    [Fact]
    public async Task A_connection_that_is_lost_is_tried_again()
    {
        await using var receiver = await Receiver.Start(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(Failure.Transient, (await receiver.Post())!.Kind);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        await using var receiver = await Receiver.Start(async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.WriteAsync(new string('x', 64 * 1024), http.RequestAborted);
        });

        Assert.Null(await receiver.Post(timeout: TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Headers_without_end_are_a_failure()
    {
        await using var receiver = await Receiver.Start(200, "x-long", new string('x', 20 * 1024));

        Assert.Equal(Failure.Transient, (await receiver.Post())!.Kind);
    }

    [Fact]
    public async Task A_receiver_that_cannot_be_found_is_tried_again()
    {
        await using var receiver = await Receiver.Start(200);

        Assert.Equal(Failure.Transient, (await receiver.Post("no-such-host.invalid"))!.Kind);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("0.0.0.0")]
    [InlineData("localhost")]
    public async Task This_machine_is_reached_by_none_of_its_names_where_that_is_not_allowed(string host)
    {
        await using var receiver = await Receiver.Start(200);

        Assert.Equal(Failure.Transient, (await receiver.Post(host, allowLoopback: false))!.Kind);
        Assert.Equal(0, receiver.Requests);
    }

    [Fact]
    public async Task A_name_that_resolves_to_this_machine_is_reached_where_that_is_allowed()
    {
        await using var receiver = await Receiver.Start(200);

        Assert.Null(await receiver.Post("localhost"));
        Assert.Equal(1, receiver.Requests);
    }

    [Fact]
    public async Task A_private_network_is_not_reached_even_where_this_machine_is()
    {
        await using var receiver = await Receiver.Start(200);

        Assert.Equal(Failure.Transient, (await receiver.Post("10.0.0.1"))!.Kind);
    }

    [Fact]
    public async Task A_failure_does_not_tell_the_address()
    {
        await using var receiver = await Receiver.Start(200);

        Assert.DoesNotContain("10.0.0.1", (await receiver.Post("10.0.0.1"))!.Reason, StringComparison.Ordinal);
    }

    private sealed class Failing(Exception exception) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(exception);
    }
}
