using Azure.Core;
using Azure.Core.Pipeline;

namespace Hub.Benchmarks.Webhooks;

/// <summary>Counts the requests to storage.</summary>
internal sealed class CountingPolicy : HttpPipelineSynchronousPolicy
{
    private int _requests;

    public int Requests => _requests;

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _requests);
}
