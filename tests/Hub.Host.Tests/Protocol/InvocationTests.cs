using System.Net;
using Hub.Host.Protocol;
using Hub.LocalProcesses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Content = Hub.Host.Protocol.StreamingMessage.ContentOneofCase;

namespace Hub.Host.Tests.Protocol;

/// <summary>What a worker gets for a request, and what becomes of the request when the worker does odd things.</summary>
[Trait("Host", "ours")]
public sealed class InvocationTests : IAsyncLifetime, IDisposable
{
    private readonly FakeApp _app = new(FakeApp.Silent);
    private readonly HttpClient _http = new();
    private FunctionsHost _host = null!;
    private FakeWorker _worker = null!;
    private WebApplication _web = null!;
    private Func<HttpContext, Task> _answer = context => context.Response.WriteAsync("answered");

    [Fact]
    public async Task A_request_goes_by_HTTP_and_its_id_and_route_by_the_protocol()
    {
        string? id = null;
        _answer = context =>
        {
            id = context.Request.Headers["x-ms-invocation-id"];
            return context.Response.WriteAsync($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/item/7?x=1", UriKind.Relative));
        request.Headers.Add("x-ms-invocation-id", "mine");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        var response = _http.SendAsync(request);

        var invocation = (await _worker.Next(Content.InvocationRequest)).InvocationRequest;
        Assert.Equal("id-of-Item", invocation.FunctionId);
        var input = Assert.Single(invocation.InputData);
        Assert.Equal("request", input.Name);
        Assert.Equal(new RpcHttp(), input.Data.Http);
        Assert.Equal("7", invocation.TriggerMetadata["id"].String);
        Assert.Contains("0af7651916cd43dd8448eb211c80319c", invocation.TraceContext.TraceParent, StringComparison.Ordinal);
        await Succeed(invocation);

        Assert.Equal("GET /item/7?x=1", await (await response).Content.ReadAsStringAsync());
        Assert.Equal(invocation.InvocationId, id);
    }

    [Fact]
    public async Task A_client_that_goes_away_is_told_to_the_worker()
    {
        _answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var leave = new CancellationTokenSource();
        var response = _http.GetAsync(new Uri("/item/7", UriKind.Relative), leave.Token);
        var invocation = (await _worker.Next(Content.InvocationRequest)).InvocationRequest;

        await leave.CancelAsync();

        var cancel = (await _worker.Next(Content.InvocationCancel)).InvocationCancel;
        Assert.Equal(invocation.InvocationId, cancel.InvocationId);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => response);
    }

    [Fact]
    public async Task A_function_that_fails_after_an_empty_response_makes_it_an_error()
    {
        _answer = context => Task.FromResult(context.Response.StatusCode = 202);
        var response = _http.GetAsync(new Uri("/item/7", UriKind.Relative));
        var invocation = (await _worker.Next(Content.InvocationRequest)).InvocationRequest;
        await _worker.Send(new()
        {
            InvocationResponse = new()
            {
                InvocationId = invocation.InvocationId, Result = new() { Status = StatusResult.Types.Status.Failure },
            },
        });

        Assert.Equal(HttpStatusCode.InternalServerError, (await response).StatusCode);
    }

    [Fact]
    public async Task A_worker_that_breaks_off_fails_what_it_has_and_another_is_started()
    {
        _answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var response = _http.GetAsync(new Uri("/item/7", UriKind.Relative));
        await _worker.Next(Content.InvocationRequest);

        await _worker.DisposeAsync();
        await _web.StopAsync(new CancellationToken(canceled: true));

        Assert.Equal(HttpStatusCode.InternalServerError, (await response).StatusCode);
        _worker = await FakeWorker.Connect(_app);
    }

    [Fact]
    public async Task A_request_that_comes_while_the_worker_is_replaced_waits_for_the_new_one()
    {
        await _worker.DisposeAsync();
        _worker = await FakeWorker.Connect(_app);
        var response = _http.GetAsync(new Uri("/item/7", UriKind.Relative));

        await _worker.Begin(_web.Urls.First(), FakeWorker.Http("Item", "item/{id}"));
        await _worker.Load(1);
        await Succeed((await _worker.Next(Content.InvocationRequest)).InvocationRequest);

        Assert.Equal("answered", await (await response).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_ordered_stop_tells_the_worker_to_end_after_what_runs()
    {
        var response = _http.GetAsync(new Uri("/item/7", UriKind.Relative));
        var invocation = (await _worker.Next(Content.InvocationRequest)).InvocationRequest;

        _host.Terminate();
        await _host.Wrote("Stopping");
        var terminate = _worker.Next(Content.WorkerTerminate);
        await Assert.ThrowsAsync<TimeoutException>(() => terminate.WaitAsync(TimeSpan.FromSeconds(2)));
        await Succeed(invocation);

        Assert.Equal("answered", await (await response).Content.ReadAsStringAsync());
        await terminate;
        Assert.Equal(0, await _host.Ended(HostUnderTest.Patience));
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _web = builder.Build();
        _web.Run(context => _answer(context));
        await _web.StartAsync();
        _host = FunctionsHost.Launch(_app.Folder);
        _http.BaseAddress = _host.Address;
        _worker = await FakeWorker.Connect(_app);
        await _worker.Begin(_web.Urls.First(), FakeWorker.Http("Item", "item/{id}"));
        await _worker.Load(1);
        await _host.Wrote("Host ready");
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _host.DisposeAsync();
        await _web.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _app.Dispose();
    }

    private Task Succeed(InvocationRequest invocation) => _worker.Send(new()
    {
        InvocationResponse = new() { InvocationId = invocation.InvocationId, Result = FakeWorker.Success() },
    });
}
