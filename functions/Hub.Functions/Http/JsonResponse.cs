using System.Text.Json;
using Hub.Register.Json;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Http;

/// <summary>A response in JSON, written by the hub's own rules.</summary>
internal sealed class JsonResponse(
    object? value,
    Type type,
    JsonSerializerOptions options,
    int status,
    string mediaType = "application/json"
) : IActionResult
{
    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        // Written before the status goes out: a value that may not be shown must not leave half a response.
        var body = JsonSerializer.SerializeToUtf8Bytes(value, type, options);
        var response = context.HttpContext.Response;
        response.StatusCode = status;
        response.ContentType = $"{mediaType}; charset=utf-8";
        response.Headers.XContentTypeOptions = "nosniff";
        if (options != HubJson.Public)
            response.Headers.CacheControl = "no-store";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.HttpContext.RequestAborted);
    }
}
