using Yarp.ReverseProxy.Forwarder;

namespace Hub.Host.Http;

/// <summary>Makes the worker's request of a client's: with the id of the invocation that the worker knows of by gRPC.</summary>
public sealed class WorkerTransformer : HttpTransformer
{
    /// <summary>Where the invocation's id is kept for a request.</summary>
    public static readonly object InvocationId = new();

    private const string IdHeader = "x-ms-invocation-id";

    /// <inheritdoc/>
    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        // A client's own value would leave the worker waiting for an invocation that there is not.
        httpContext.Request.Headers[IdHeader] = (string)httpContext.Items[InvocationId]!;
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
    }
}
