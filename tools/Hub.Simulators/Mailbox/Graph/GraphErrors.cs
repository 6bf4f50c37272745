using System.Text.Json.Nodes;

namespace Hub.Simulators.Mailbox.Graph;

/// <summary>Errors in Graph's shape, and the request-id every answer carries.</summary>
public sealed class GraphErrors(RequestDelegate next, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext http)
    {
        Identify(http);
        try
        {
            await next(http);
        }
        catch (GraphException error)
        {
            await Write(http, time, error.Status, error.Code, error.Message, error.RetryAfter);
        }
        catch (System.Text.Json.JsonException error)
        {
            await Write(http, time, 400, "BadRequest", $"Unable to read JSON request payload. {error.Message}", null);
        }
    }

    /// <summary>Gives the answer the ids a caller quotes when it asks for help.</summary>
    public static void Identify(HttpContext http)
    {
        http.Response.Headers.TryAdd("request-id", Guid.NewGuid().ToString());
        http.Response.Headers.TryAdd(
            "client-request-id", http.Request.Headers["client-request-id"].FirstOrDefault() ?? Guid.NewGuid().ToString());
    }

    public static Task Write(HttpContext http, TimeProvider time, int status, string code, string message, int? retryAfter)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        if (retryAfter is { } seconds)
            http.Response.Headers.RetryAfter = $"{seconds}";
        return http.Response.WriteAsync(Body(http, time, code, message).ToJsonString(Control.Json.Web));
    }

    private static JsonObject Body(HttpContext http, TimeProvider time, string code, string message) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["message"] = message,
            ["innerError"] = new JsonObject
            {
                ["date"] = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
                ["request-id"] = http.Response.Headers["request-id"].ToString(),
                ["client-request-id"] = http.Response.Headers["client-request-id"].ToString(),
            },
        },
    };
}
