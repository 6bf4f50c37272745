using System.Net.Sockets;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;

namespace Hub.Azure.Tests.Webhooks;

public sealed class SilentReceiverTests
{
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

    private sealed class Failing(Exception exception) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(exception);
    }
}
