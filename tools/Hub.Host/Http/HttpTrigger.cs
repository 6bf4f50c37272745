using System.Diagnostics;
using Hub.Host.Functions;
using Hub.Host.Protocol;
using Hub.Host.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace Hub.Host.Http;

/// <summary>Runs functions for HTTP requests: the worker learns of the invocation by gRPC and gets the request itself by HTTP.</summary>
public sealed class HttpTrigger(WorkerSupervisor workers, FunctionInvoker invoker, IHttpForwarder forwarder) : IDisposable
{
    /// <summary>The largest body that Azure's host takes.</summary>
    public const long MaxBody = 100 * 1024 * 1024;

    private static readonly TimeSpan GraceAfterFailure = TimeSpan.FromSeconds(10);

    // Requests may be silent for as long as a function may run, which the invoker watches.
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromHours(24) };
    private readonly WorkerTransformer _transformer = new();
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        // As Kestrel reads them on both sides; the client's own choice, ASCII, refuses what a browser may send.
        RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8,
    });

    /// <summary>Runs a function for a request and answers it.</summary>
    public async Task Run(HttpContext context, FunctionDefinition function)
    {
        // No key of a function or of the host exists here, so none can be right.
        if (!string.Equals(function.Trigger.Text("authLevel"), "Anonymous", StringComparison.OrdinalIgnoreCase))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (!await Forwarded(context, function))
            Fail(context);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<bool> Forwarded(HttpContext context, FunctionDefinition function)
    {
        try
        {
            var worker = await workers.Ready(context.RequestAborted);
            var request = Request(context, function);
            context.Items[WorkerTransformer.InvocationId] = request.InvocationId;
            using var stop = new CancellationTokenSource();
            await using var aborted = context.RequestAborted.Register(() => worker.Channel.Cancel(request.InvocationId));
            var running = invoker.Run(worker, function, request);
            var forwarding = forwarder.SendAsync(context, worker.HttpUri!, _client, Config, _transformer, stop.Token).AsTask();
            // A function that failed before it had the request would leave it unanswered.
            if (await Task.WhenAny(forwarding, running) == running && !running.IsCompletedSuccessfully)
                stop.CancelAfter(GraceAfterFailure);
            var error = await forwarding;
            if (error != ForwarderError.None && !running.IsCompleted)
            {
                // The worker waits for a request that does not come; nobody waits for the worker.
                worker.Channel.Cancel(request.InvocationId);
                _ = running.ContinueWith(r => r.Exception, TaskScheduler.Default);
                return false;
            }
            // Outputs are written behind the response: one that cannot be written still makes an error of a response not begun.
            await running;
            return error == ForwarderError.None;
        }
        catch (Exception)
        {
            // The invoker has logged why; the client learns nothing of it.
            return false;
        }
    }

    private static InvocationRequest Request(HttpContext context, FunctionDefinition function)
    {
        var headers = context.Request.Headers;
        var request = FunctionInvoker.NewRequest(function, Activity.Current?.Id ?? headers.TraceParent, headers.TraceState);
        request.InputData.Add(new ParameterBinding { Name = function.Trigger.Name, Data = new TypedData { Http = new RpcHttp() } });
        foreach (var (name, value) in context.Request.RouteValues)
        {
            if (value is string text)
                request.TriggerMetadata[name] = new TypedData { String = text };
        }
        return request;
    }

    private static void Fail(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}
