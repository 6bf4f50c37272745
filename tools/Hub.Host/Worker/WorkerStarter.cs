using System.Net.Sockets;
using System.Threading.Channels;
using Hub.Host.App;
using Hub.Host.Functions;
using Hub.Host.Protocol;
using Content = Hub.Host.Protocol.StreamingMessage.ContentOneofCase;

namespace Hub.Host.Worker;

/// <summary>Starts a worker and leads it through the protocol's beginning, in the order of Azure's host.</summary>
public sealed class WorkerStarter(FunctionAppFolder app, AppSettings settings, WorkerServer server, HostLog log)
{
    private const string HostVersion = "4.1037.0";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Starts one; where it does not come to the end within the time, it is ended and the reason given.</summary>
    public async Task<RunningWorker> Start(CancellationToken cancel)
    {
        var channel = new WorkerChannel(Guid.NewGuid().ToString(), log);
        server.Expected.Add(channel);
        var process = WorkerProcess.Start(app, settings, channel.WorkerId, server.Port);
        WorkerRegister.OfUser.Note(process.Id);
        log.Log(LogLevel.Information, $"The worker runs as process {process.Id}.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(app.StartupTimeout);
        var step = "did not connect";
        try
        {
            var starting = Lead(process, channel, next => step = next, limit.Token);
            if (await Task.WhenAny(starting, process.Exited) != starting)
                throw await Failed(process, "ended while it started");
            return await starting;
        }
        catch (Exception error) when (error is OperationCanceledException or ChannelClosedException or HostException)
        {
            process.Kill();
            channel.Close();
            cancel.ThrowIfCancellationRequested();
            if (error is HostException)
                throw;
            throw await Failed(process, error is ChannelClosedException
                ? "broke off the connection"
                : $"{step} within {app.StartupTimeout.TotalSeconds:0} seconds");
        }
    }

    private async Task<RunningWorker> Lead(WorkerProcess process, WorkerChannel channel, Action<string> step, CancellationToken cancel)
    {
        await Answer(channel, Content.StartStream, cancel);
        step("did not answer WorkerInitRequest");
        channel.Send(new StreamingMessage { WorkerInitRequest = InitRequest() });
        var init = (await Answer(channel, Content.WorkerInitResponse, cancel)).WorkerInitResponse;
        Check(init.Result, "could not be initialised");
        step("did not answer FunctionsMetadataRequest");
        channel.Send(new StreamingMessage { FunctionsMetadataRequest = new() { FunctionAppDirectory = app.Path } });
        var metadata = (await Answer(channel, Content.FunctionMetadataResponse, cancel)).FunctionMetadataResponse;
        Check(metadata.Result, "could not list its functions");
        if (metadata.UseDefaultMetadataIndexing)
            throw new HostException("The worker has no list of its functions: build it with FunctionsEnableWorkerIndexing, the default.");
        var functions = Accepted(metadata.FunctionMetadataResults);
        step("did not load its functions");
        await Load(channel, functions, cancel);
        var address = init.Capabilities.GetValueOrDefault("HttpUri")?.TrimEnd('/');
        step($"did not listen at {address}");
        await Listens(address, cancel);
        return new RunningWorker(process, channel, address, functions);
    }

    // The worker tells its address before it listens there; a request that came too soon would be refused.
    private static async Task Listens(string? address, CancellationToken cancel)
    {
        while (Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(uri.Host, uri.Port, cancel);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(Pause, cancel);
            }
        }
    }

    private WorkerInitRequest InitRequest() => new()
    {
        HostVersion = HostVersion,
        WorkerDirectory = app.Path,
        FunctionAppDirectory = app.Path,
        Capabilities = { ["V2Compatable"] = "true" },
    };

    private List<FunctionDefinition> Accepted(IEnumerable<RpcFunctionMetadata> all)
    {
        var rules = new FunctionRules();
        var accepted = new List<FunctionDefinition>();
        foreach (var metadata in all)
        {
            var (function, reason) = Judge(metadata, rules);
            if (reason is null)
                accepted.Add(function!);
            else
                log.Log(LogLevel.Error, $"The '{metadata.Name}' function is in error: {reason}");
        }
        return accepted;
    }

    private static (FunctionDefinition? Function, string? Reason) Judge(RpcFunctionMetadata metadata, FunctionRules rules)
    {
        try
        {
            var function = FunctionDefinition.Read(metadata);
            return (function, rules.Refuse(function));
        }
        catch (FormatException error)
        {
            return (null, error.Message);
        }
    }

    private async Task Load(WorkerChannel channel, List<FunctionDefinition> functions, CancellationToken cancel)
    {
        foreach (var function in functions)
            channel.Send(new StreamingMessage { FunctionLoadRequest = function.ToLoadRequest() });
        var waiting = functions.ToDictionary(f => f.Id);
        while (waiting.Count > 0)
        {
            var loaded = (await Answer(channel, Content.FunctionLoadResponse, cancel)).FunctionLoadResponse;
            if (waiting.Remove(loaded.FunctionId, out var function) && loaded.Result?.Status != StatusResult.Types.Status.Success)
                log.Log(LogLevel.Error, $"The '{function.Name}' function is in error: {Reason(loaded.Result)}");
        }
    }

    // What comes out of turn is passed over, as in Azure.
    private static async Task<StreamingMessage> Answer(WorkerChannel channel, Content expected, CancellationToken cancel)
    {
        StreamingMessage message;
        do
            message = await channel.Answers.ReadAsync(cancel);
        while (message.ContentCase != expected);
        return message;
    }

    private static void Check(StatusResult? result, string what)
    {
        if (result is not null && result.Status != StatusResult.Types.Status.Success)
            throw new HostException($"The worker {what}: {Reason(result)}");
    }

    private static string Reason(StatusResult? result) => result?.Exception is { } exception
        ? WorkerLog.Describe(exception)
        : result?.Result is { Length: > 0 } text ? text : "it gave no reason.";

    private async Task<HostException> Failed(WorkerProcess process, string how) =>
        new($"The worker {Path.GetFileName(app.WorkerPath)} {how}: {await process.LastWords()}");
}
