using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Hub.Azure.Tests.Builders;

/// <summary>Lets something happen between two requests of a client: right behind its next look at the head of the log.</summary>
internal sealed class Meanwhile : HttpPipelinePolicy
{
    /// <summary>What happens, once.</summary>
    public Func<Task>? AfterNextHead { get; set; }

    /// <summary>Options of a client to which it happens.</summary>
    public TableClientOptions Options()
    {
        var options = new TableClientOptions();
        options.AddPolicy(this, HttpPipelinePosition.PerCall);
        return options;
    }

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (AfterNextHead is { } happens && message.Request.Uri.ToString().Contains("RowKey='head'", StringComparison.Ordinal))
        {
            AfterNextHead = null;
            await happens();
        }
    }

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
