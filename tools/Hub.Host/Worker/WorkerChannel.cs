using System.Collections.Concurrent;
using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Hub.Host.Protocol;
using RpcException = Grpc.Core.RpcException;

namespace Hub.Host.Worker;

/// <summary>The stream of messages with one worker: what it is asked, what it answers, what it logs.</summary>
public sealed class WorkerChannel(string workerId, HostLog log)
{
    private static readonly TimeSpan CancelWithin = TimeSpan.FromSeconds(5);
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });
    private readonly Channel<StreamingMessage> _answers = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> _running = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The id that the worker was started with.</summary>
    public string WorkerId => workerId;

    /// <summary>Ends when the stream does, whatever the reason.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Messages from the worker that answer something other than an invocation, its StartStream first.</summary>
    public ChannelReader<StreamingMessage> Answers => _answers.Reader;

    /// <summary>Sends a message; they go out in order.</summary>
    public void Send(StreamingMessage message) => _outgoing.Writer.TryWrite(message);

    /// <summary>Has the worker run a function; fails with <see cref="WorkerGoneException"/> when it ends meanwhile.</summary>
    public Task<InvocationResponse> Invoke(InvocationRequest request)
    {
        var done = new TaskCompletionSource<InvocationResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[request.InvocationId] = done;
        Send(new StreamingMessage { InvocationRequest = request });
        if (_closed.Task.IsCompleted)
            FailRunning();
        return done.Task;
    }

    /// <summary>Asks the worker to give up an invocation; it still answers.</summary>
    public void Cancel(string invocationId) => Send(new StreamingMessage
    {
        InvocationCancel = new() { InvocationId = invocationId, GracePeriod = Duration.FromTimeSpan(CancelWithin) },
    });

    /// <summary>Serves the stream until it ends.</summary>
    public async Task Run(
        StreamingMessage first, IAsyncStreamReader<StreamingMessage> incoming, IServerStreamWriter<StreamingMessage> outgoing,
        CancellationToken cancel)
    {
        var writing = Write(outgoing, cancel);
        try
        {
            Take(first);
            while (await incoming.MoveNext(cancel))
                Take(incoming.Current);
        }
        catch (Exception error) when (error is IOException or RpcException or OperationCanceledException or InvalidOperationException)
        {
            log.Log(LogLevel.Debug, $"The worker's stream broke: {error.Message}");
        }
        finally
        {
            Close();
            await writing;
        }
    }

    /// <summary>Nothing more is sent or awaited; what runs fails.</summary>
    public void Close()
    {
        _outgoing.Writer.TryComplete();
        _answers.Writer.TryComplete();
        _closed.TrySetResult();
        FailRunning();
    }

    private void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (_running.TryRemove(message.InvocationResponse.InvocationId, out var done))
                    done.TrySetResult(message.InvocationResponse);
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                WorkerLog.Write(log, message.RpcLog);
                break;
            case StreamingMessage.ContentOneofCase.None:
                // A message that this host does not know.
                break;
            default:
                _answers.Writer.TryWrite(message);
                break;
        }
    }

    private async Task Write(IServerStreamWriter<StreamingMessage> outgoing, CancellationToken cancel)
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(cancel))
                await outgoing.WriteAsync(message, cancel);
        }
        catch (Exception error) when (error is IOException or RpcException or OperationCanceledException or InvalidOperationException)
        {
            // The reader of the same stream sees it end too.
        }
    }

    private void FailRunning()
    {
        foreach (var (id, _) in _running)
        {
            if (_running.TryRemove(id, out var done))
                done.TrySetException(new WorkerGoneException("The worker ended while the function ran."));
        }
    }
}
