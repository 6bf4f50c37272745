using Hub.Simulators.Mailbox.Graph;

namespace Hub.Simulators.Mailbox.Limits;

/// <summary>Wants a bearer token, and counts requests and uploads against their mailbox.</summary>
public sealed class GraphBudget(RequestDelegate next, Throttle throttle)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // An upload session's address is its own key: Graph refuses a token there.
        var session = http.Request.Path.StartsWithSegments("/v1.0/uploads", StringComparison.OrdinalIgnoreCase);
        if (!session && !http.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            throw new GraphException(401, "InvalidAuthenticationToken", "Access token is empty.");
        if (http.Request.Path.Value?.Split('/') is ["", _, "users", var mailbox, ..])
            Count(http.Request, mailbox.ToLowerInvariant());
        await next(http);
    }

    private void Count(HttpRequest request, string mailbox)
    {
        throttle.Request(mailbox);
        if (request.Method is "POST" or "PUT" or "PATCH")
            throttle.Upload(mailbox, request.Body.Length);
    }
}
