using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Hub.Azure.Tests.Builders;

/// <summary>Counts what tables are asked.</summary>
internal sealed class CountedRequests : HttpPipelinePolicy
{
    public CountedRequests() => Options.AddPolicy(this, HttpPipelinePosition.PerCall);

    public TableClientOptions Options { get; } = new();

    public int Count { get; set; }

    /// <summary>What was asked for, as it stands in the addresses.</summary>
    public List<string> Queries { get; } = [];

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count++;
        lock (Queries)
            Queries.Add(Uri.UnescapeDataString(message.Request.Uri.Query));
        return ProcessNextAsync(message, pipeline);
    }
}
