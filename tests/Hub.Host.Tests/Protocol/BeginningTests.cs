using System.Net;
using System.Net.Sockets;
using Hub.Host.Protocol;
using Hub.LocalProcesses;
using Content = Hub.Host.Protocol.StreamingMessage.ContentOneofCase;

namespace Hub.Host.Tests.Protocol;

/// <summary>The beginning of the protocol, seen from a worker.</summary>
[Trait("Host", "ours")]
public sealed class BeginningTests : IAsyncLifetime, IDisposable
{
    private readonly FakeApp _app = new(FakeApp.Silent);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private FunctionsHost _host = null!;
    private FakeWorker _worker = null!;

    private string Listening => $"http://{_listener.LocalEndpoint}/";

    [Fact]
    public async Task The_host_asks_in_the_order_of_Azure_s()
    {
        await _worker.Send(new() { StartStream = new() { WorkerId = _worker.Id } });
        var init = (await _worker.Next(Content.WorkerInitRequest)).WorkerInitRequest;
        Assert.Equal(_app.Folder, init.WorkerDirectory);
        Assert.Equal(_app.Folder, init.FunctionAppDirectory);
        Assert.StartsWith("4.", init.HostVersion, StringComparison.Ordinal);
        Assert.NotEmpty(init.Capabilities);
        await _worker.Send(new()
        {
            WorkerInitResponse = new() { Result = FakeWorker.Success(), Capabilities = { ["HttpUri"] = Listening } },
        });

        var asked = (await _worker.Next(Content.FunctionsMetadataRequest)).FunctionsMetadataRequest;
        Assert.Equal(_app.Folder, asked.FunctionAppDirectory);
        var functions = new[] { FakeWorker.Http("One", "one"), FakeWorker.Http("Two", "two") };
        await _worker.Send(new()
        {
            FunctionMetadataResponse = new() { FunctionMetadataResults = { functions }, Result = FakeWorker.Success() },
        });

        var loads = new[] { await _worker.Next(Content.FunctionLoadRequest), await _worker.Next(Content.FunctionLoadRequest) };
        Assert.Equal(["id-of-One", "id-of-Two"], loads.Select(l => l.FunctionLoadRequest.FunctionId));
        var bindings = loads[0].FunctionLoadRequest.Metadata.Bindings;
        Assert.Equal("httpTrigger", bindings["request"].Type);
        Assert.Equal(BindingInfo.Types.Direction.In, bindings["request"].Direction);
        Assert.Equal(BindingInfo.Types.Direction.Out, bindings["$return"].Direction);
    }

    [Fact]
    public async Task The_address_opens_when_all_functions_are_loaded()
    {
        await _worker.Begin(Listening, FakeWorker.Http("One", "one"), FakeWorker.Http("Two", "two"));
        await _worker.Load(1);
        await _worker.Next(Content.FunctionLoadRequest);
        await Assert.ThrowsAsync<TimeoutException>(() => _host.Wrote("Host ready", TimeSpan.FromSeconds(2)));
        using var http = new HttpClient { BaseAddress = _host.Address };
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("/", UriKind.Relative)));

        await _worker.Send(new() { FunctionLoadResponse = new() { FunctionId = "id-of-Two", Result = FakeWorker.Success() } });

        await _host.Wrote($"Host ready at http://127.0.0.1:{_host.Port}, 2 functions");
        using var page = await http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.True(page.IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_address_does_not_open_before_the_worker_listens_at_its_own()
    {
        _listener.Stop();
        var port = Loopback.FreePorts(1)[0];
        await _worker.Begin($"http://localhost:{port}/", FakeWorker.Http("One", "one"));
        await _worker.Load(1);
        await Assert.ThrowsAsync<TimeoutException>(() => _host.Wrote("Host ready", TimeSpan.FromSeconds(2)));

        using var late = new TcpListener(IPAddress.Loopback, port);
        late.Start();

        await _host.Wrote("Host ready");
    }

    [Fact]
    public async Task Messages_that_the_host_does_not_know_or_want_now_are_passed_over()
    {
        // Fields 15 and 99: a heartbeat, and something of a later version.
        var unknown = new byte[][] { [0x7A, 0x00], [0x9A, 0x06, 0x01, 0x41] }.Select(StreamingMessage.Parser.ParseFrom);
        await _worker.Send(new() { StartStream = new() { WorkerId = _worker.Id } });
        foreach (var message in unknown)
            await _worker.Send(message);
        await _worker.Send(new() { FunctionLoadResponse = new() { FunctionId = "early" } });
        await _worker.Send(new() { InvocationResponse = new() { InvocationId = "nobody's", Result = FakeWorker.Success() } });
        await _worker.Next(Content.WorkerInitRequest);
        await _worker.Send(new() { WorkerInitResponse = new() { Result = FakeWorker.Success() } });
        await _worker.Next(Content.FunctionsMetadataRequest);
        await _worker.Send(new() { FunctionMetadataResponse = new() { Result = FakeWorker.Success() } });

        await _host.Wrote("Host ready");
    }

    [Fact]
    public async Task A_stranger_on_the_worker_s_port_is_turned_away_and_the_worker_still_comes_in()
    {
        await _worker.Send(new() { StartStream = new() { WorkerId = "a stranger" } });
        Assert.True(await _worker.IsEnded());

        await using var again = _worker.Again();
        await again.Begin(httpUri: null);
        await _host.Wrote("Host ready");
    }

    [Fact]
    public async Task A_binding_that_is_not_JSON_refuses_its_function_only()
    {
        var garbage = new[] { FakeWorker.Function("Garbage", "no JSON"), FakeWorker.Function("Text", "\"x\"") };
        await _worker.Begin(Listening, [.. garbage, FakeWorker.Http("One", "one")]);
        await _worker.Load(1);

        await _host.Wrote("1 functions");
        Assert.Contains("The 'Garbage' function is in error: A binding is not a JSON object", _host.Output, StringComparison.Ordinal);
        Assert.Contains("The 'Text' function is in error: A binding is not a JSON object", _host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_cannot_begin_ends_the_host_with_its_reason()
    {
        await _worker.Send(new() { StartStream = new() { WorkerId = _worker.Id } });
        await _worker.Next(Content.WorkerInitRequest);
        await _worker.Send(new()
        {
            WorkerInitResponse = new()
            {
                Result = new() { Status = StatusResult.Types.Status.Failure, Exception = new() { Message = "No licence." } },
            },
        });

        Assert.Equal(1, await _host.Ended(HostUnderTest.Patience));
        Assert.Contains("could not be initialised: No licence.", _host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_worker_logs_is_a_line_of_the_host_s()
    {
        await _worker.Send(new() { StartStream = new() { WorkerId = _worker.Id } });
        await _worker.Send(new()
        {
            RpcLog = new()
            {
                Level = RpcLog.Types.Level.Error,
                Category = "App.Orders",
                Message = "First line\nsecond line",
                Exception = new() { Type = "NotOpen", Message = "Not open.", StackTrace = "   at App.Orders.Open()\r\n   at App.Main()" },
            },
        });
        await _worker.Send(new() { RpcLog = new() { Level = RpcLog.Types.Level.Debug, Message = "A detail" } });
        await _worker.Send(new() { RpcLog = new() { Level = RpcLog.Types.Level.Information, Message = "The end" } });

        await _host.Wrote("The end");
        Assert.Contains(
            "[Error] App.Orders: First line | second line => NotOpen | Not open. | at App.Orders.Open() | at App.Main()",
            _host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("A detail", _host.Output, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _listener.Start();
        _host = FunctionsHost.Launch(_app.Folder);
        _worker = await FakeWorker.Connect(_app);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _host.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Dispose();
        _app.Dispose();
    }
}
