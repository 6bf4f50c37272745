using Hub.Simulators.Mailbox.Graph;

namespace Hub.Simulators.Mailbox.Limits;

/// <summary>The gate of Graph: counts each request, and lets an app run only so many at once.</summary>
public sealed class GraphGate(RequestDelegate next, Throttle throttle, MailStats stats, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext http)
    {
        GraphErrors.Identify(http);
        if (http.Request.WantsImmutableIds())
            http.Response.Headers["Preference-Applied"] = "IdType=\"ImmutableId\"";
        var app = http.Request.Headers.Authorization.ToString();
        if (throttle.Enter(app))
            await Run(http, app);
        else
            await GraphErrors.Write(http, time, 429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.", 1);
        stats.Count(http);
    }

    private async Task Run(HttpContext http, string app)
    {
        try
        {
            await next(http);
        }
        finally
        {
            throttle.Leave(app);
        }
    }
}
