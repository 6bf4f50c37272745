using System.Text.Json.Nodes;
using Hub.Simulators.Control;

namespace Hub.Simulators.Translator;

/// <summary>Wants a key, and writes errors in the service's shape.</summary>
public sealed class TranslatorErrors(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            if (!http.Request.Headers.ContainsKey("Ocp-Apim-Subscription-Key") && http.Request.Headers.Authorization.Count == 0)
                throw new TranslatorException(
                    401, "Unauthorized", "401000", "Access denied: the request has neither a subscription key nor a token.");
            await next(http);
        }
        catch (TranslatorException error)
        {
            await Write(http, error.Status, error.Code, error.InnerCode, error.Message);
        }
        catch (System.Text.Json.JsonException error)
        {
            await Write(http, 400, "InvalidRequest", "InvalidJson", error.Message);
        }
    }

    public static Task Write(HttpContext http, int status, string code, string innerCode, string message)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(new JsonObject { ["error"] = Describe(code, innerCode, message) }.ToJsonString(Json.Web));
    }

    public static JsonObject Describe(string code, string innerCode, string message) => new()
    {
        ["code"] = code,
        ["message"] = message,
        ["innerError"] = new JsonObject { ["code"] = innerCode, ["message"] = message },
    };
}
