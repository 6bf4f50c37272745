using Hub.Functions.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hub.Functions.Http;

/// <summary>
/// Takes no body that is larger than any function wants, that does not come to an end, or that is written in other characters than UTF-8,
/// whoever reads it.
/// </summary>
public sealed class BodyLimits(TimeProvider clock) : IFunctionsWorkerMiddleware
{
    /// <summary>Bytes of a request, files included.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>How long a body may take: 20 MiB over a line of one megabit a second, and some more.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(4);

    /// <inheritdoc/>
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext()?.Request is { } request)
            Limit(request);
        return next(context);
    }

    // A body that says nothing of its length may still become too long.
    private void Limit(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
            throw RequestBody.TooLarge(MostBytes);
        if (request.HasJsonContentType() && request.GetTypedHeaders().ContentType?.Charset is { HasValue: true, Length: > 0 } charset
            && !charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new ApiException(415, "Wrong characters", "Send JSON as UTF-8 (RFC 8259, section 8.1), with or without saying so.");
        if (request.ContentLength != 0)
            request.Body = new LimitedStream(request.Body, MostBytes, Within, clock);
    }
}
