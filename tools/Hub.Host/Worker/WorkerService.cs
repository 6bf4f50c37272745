using System.Collections.Concurrent;
using Grpc.Core;
using Hub.Host.Protocol;

namespace Hub.Host.Worker;

/// <summary>Where workers connect: a stream goes to the channel of the worker that it names, and any other is closed.</summary>
public sealed class WorkerService(WorkerService.Expected expected) : FunctionRpc.FunctionRpcBase
{
    /// <inheritdoc/>
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (await requestStream.MoveNext(context.CancellationToken)
            && requestStream.Current is { ContentCase: StreamingMessage.ContentOneofCase.StartStream } first
            && expected.Take(first.StartStream.WorkerId) is { } channel)
            await channel.Run(first, requestStream, responseStream, context.CancellationToken);
    }

    /// <summary>The channels of workers that were started and have not connected yet.</summary>
    public sealed class Expected
    {
        private readonly ConcurrentDictionary<string, WorkerChannel> _channels = new();

        /// <summary>Waits for a worker.</summary>
        public void Add(WorkerChannel channel) => _channels[channel.WorkerId] = channel;

        /// <summary>The channel of a worker that connects, once; null for a stranger.</summary>
        public WorkerChannel? Take(string workerId) => _channels.TryRemove(workerId, out var channel) ? channel : null;
    }
}
