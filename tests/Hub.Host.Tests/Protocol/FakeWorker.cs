using Grpc.Core;
using Grpc.Net.Client;
using Hub.Host.Protocol;
using Hub.LocalProcesses;
using Content = Hub.Host.Protocol.StreamingMessage.ContentOneofCase;

namespace Hub.Host.Tests.Protocol;

/// <summary>The worker's side of the protocol, spoken by a test for the script of a <see cref="FakeApp"/>.</summary>
public sealed class FakeWorker : IAsyncDisposable
{
    private readonly GrpcChannel _channel;
    private readonly AsyncDuplexStreamingCall<StreamingMessage, StreamingMessage> _stream;

    private readonly string _address;

    private FakeWorker(string address, string id)
    {
        _address = address;
        _channel = GrpcChannel.ForAddress(address);
        _stream = new FunctionRpc.FunctionRpcClient(_channel).EventStream();
        Id = id;
    }

    /// <summary>The id that the host started it with.</summary>
    public string Id { get; }

    /// <summary>Connects for the script, once it has been started, and says nothing yet.</summary>
    public static async Task<FakeWorker> Connect(FakeApp app)
    {
        var file = Path.Combine(app.Folder, "arguments");
        await Eventually.True(() => File.Exists(file), "the host starts the worker", HostUnderTest.Patience);
        var arguments = (await File.ReadAllTextAsync(file)).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        File.Delete(file);
        return new FakeWorker(After("--functions-uri"), After("--functions-worker-id"));

        string After(string name) => arguments[Array.IndexOf(arguments, name) + 1];
    }

    /// <summary>Connects a second time, as the same worker.</summary>
    public FakeWorker Again() => new(_address, Id);

    /// <summary>Sends a message.</summary>
    public Task Send(StreamingMessage message) => _stream.RequestStream.WriteAsync(message);

    /// <summary>The next message of the host, which is to be of a kind.</summary>
    public async Task<StreamingMessage> Next(Content expected)
    {
        using var limit = new CancellationTokenSource(HostUnderTest.Patience);
        Assert.True(await _stream.ResponseStream.MoveNext(limit.Token), $"the stream ended where {expected} was expected");
        Assert.Equal(expected, _stream.ResponseStream.Current.ContentCase);
        return _stream.ResponseStream.Current;
    }

    /// <summary>Whether the host has ended the stream.</summary>
    public async Task<bool> IsEnded()
    {
        using var limit = new CancellationTokenSource(HostUnderTest.Patience);
        return !await _stream.ResponseStream.MoveNext(limit.Token);
    }

    /// <summary>Goes through the beginning with these functions, up to the last load request.</summary>
    public async Task Begin(string? httpUri, params RpcFunctionMetadata[] functions)
    {
        await Send(new() { StartStream = new() { WorkerId = Id } });
        await Next(Content.WorkerInitRequest);
        var init = new WorkerInitResponse { Result = Success() };
        if (httpUri is not null)
            init.Capabilities["HttpUri"] = httpUri;
        await Send(new() { WorkerInitResponse = init });
        await Next(Content.FunctionsMetadataRequest);
        await Send(new() { FunctionMetadataResponse = new() { FunctionMetadataResults = { functions }, Result = Success() } });
    }

    /// <summary>Answers the load requests, all well.</summary>
    public async Task Load(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var request = (await Next(Content.FunctionLoadRequest)).FunctionLoadRequest;
            await Send(new() { FunctionLoadResponse = new() { FunctionId = request.FunctionId, Result = Success() } });
        }
    }

    /// <summary>A function as the worker's generated code describes it.</summary>
    public static RpcFunctionMetadata Function(string name, params string[] bindings) => new()
    {
        Name = name,
        FunctionId = $"id-of-{name}",
        ScriptFile = "App.dll",
        EntryPoint = $"App.{name}",
        Language = "dotnet-isolated",
        RawBindings = { bindings },
    };

    /// <summary>A function with an HTTP trigger.</summary>
    public static RpcFunctionMetadata Http(string name, string route) => Function(
        name,
        $$"""{"name":"request","direction":"In","type":"httpTrigger","authLevel":"Anonymous","methods":["get"],"route":"{{route}}"}""",
        """{"name":"$return","type":"http","direction":"Out"}""");

    public static StatusResult Success() => new() { Status = StatusResult.Types.Status.Success };

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _stream.Dispose();
        _channel.Dispose();
        return ValueTask.CompletedTask;
    }
}
