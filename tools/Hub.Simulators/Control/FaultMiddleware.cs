namespace Hub.Simulators.Control;

/// <summary>Makes the requests behind it fail as asked; wants their bodies buffered.</summary>
public sealed class FaultMiddleware(RequestDelegate next, Faults faults, ErrorWriter write)
{
    private const string Asked = "This failure was asked for through the control API of the simulator.";

    public async Task InvokeAsync(HttpContext http)
    {
        var fault = faults.Take(http.Request.Method, http.Request.Path.Value ?? "/");
        if (fault is null)
            await next(http);
        else
            await Misbehave(http, fault);
    }

    private async Task Misbehave(HttpContext http, Fault fault)
    {
        if (fault.Kind is FaultKind.AnswerTwice or FaultKind.FailAfterDoing)
            await Unseen(http);
        if (fault.DelayMs is { } delay)
            await Wait(http, delay);
        else if (fault.Kind is FaultKind.Hang)
            await Wait(http, Timeout.Infinite);
        await Answer(http, fault);
    }

    private Task Answer(HttpContext http, Fault fault) => fault.Kind switch
    {
        FaultKind.AnswerTwice or FaultKind.Hang => next(http),
        FaultKind.DropConnection => Drop(http),
        FaultKind.Throttle => write(http, fault.Status ?? 429, "TooManyRequests", Asked, fault.RetryAfter ?? 1),
        FaultKind.Redirect => Redirect(http, fault),
        FaultKind.Fail or FaultKind.FailAfterDoing => Fail(http, fault),
    };

    private Task Fail(HttpContext http, Fault fault) => fault.Status is 0
        ? Drop(http)
        : write(http, fault.Status ?? 503, "ServiceUnavailable", Asked, fault.RetryAfter);

    private static Task Redirect(HttpContext http, Fault fault)
    {
        http.Response.StatusCode = fault.Status ?? 307;
        http.Response.Headers.Location = fault.Location ?? http.Request.Path.Value;
        return Task.CompletedTask;
    }

    private async Task Unseen(HttpContext http)
    {
        var body = http.Response.Body;
        http.Response.Body = new MemoryStream();
        await next(http);
        http.Response.Clear();
        http.Response.Body = body;
        http.Request.Body.Position = 0;
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
    }

    private static Task Drop(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    private static async Task Wait(HttpContext http, int milliseconds)
    {
        try
        {
            await Task.Delay(milliseconds, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up, which is what a hang is for.
        }
    }
}
