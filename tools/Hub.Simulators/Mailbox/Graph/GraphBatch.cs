using System.Text;
using System.Text.Json.Nodes;
using Hub.Simulators.Control;
using Microsoft.AspNetCore.Http.Features;

namespace Hub.Simulators.Mailbox.Graph;

/// <summary>POST /v1.0/$batch: up to 20 requests, each judged alone, answered together.</summary>
public sealed class GraphBatch(RequestDelegate next, TimeProvider time)
{
    private const int Most = 20;

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Method != "POST" || http.Request.Path != "/v1.0/$batch")
            await next(http);
        else if ((await http.Request.Body())["requests"] is not JsonArray { Count: > 0 and <= Most } requests)
            await GraphErrors.Write(http, time, 400, "BadRequest", $"A batch has 1 to {Most} requests in its property 'requests'.", null);
        else
            await GraphRequest.Answer(new JsonObject { ["responses"] = await Run(http, requests) }).ExecuteAsync(http);
    }

    private async Task<JsonArray> Run(HttpContext batch, JsonArray requests)
    {
        var done = new Dictionary<string, int>();
        var responses = new JsonArray();
        foreach (var request in requests.OfType<JsonObject>())
        {
            var id = request["id"]?.ToString() ?? "";
            var waitsFor = (request["dependsOn"] as JsonArray ?? []).Select(d => done.GetValueOrDefault(d!.ToString(), 424));
            var response = waitsFor.Any(status => status >= 400) ? Failed(id) : await One(batch, id, request);
            done[id] = response["status"]!.GetValue<int>();
            responses.Add(response);
        }
        return responses;
    }

    private static JsonObject Failed(string id) => new()
    {
        ["id"] = id,
        ["status"] = 424,
        ["body"] = new JsonObject { ["error"] =
            new JsonObject { ["code"] = "FailedDependency", ["message"] = "A request it depends on failed." } },
    };

    private async Task<JsonObject> One(HttpContext batch, string id, JsonObject request)
    {
        var inner = Inner(batch, request);
        await next(inner);
        var response = new JsonObject { ["id"] = id, ["status"] = inner.Response.StatusCode, ["headers"] = Headers(inner.Response) };
        if (((MemoryStream)inner.Response.Body).ToArray() is { Length: > 0 } body)
            response["body"] = inner.Response.ContentType?.Contains("json", StringComparison.Ordinal) ?? false
                ? JsonNode.Parse(body)
                : Convert.ToBase64String(body);
        return response;
    }

    private static DefaultHttpContext Inner(HttpContext batch, JsonObject request)
    {
        var inner = new DefaultHttpContext { RequestServices = batch.RequestServices };
        // A dropped connection drops the whole batch.
        inner.Features.Set(batch.Features.Get<IHttpRequestLifetimeFeature>());
        var url = request["url"]?.ToString().Split('?', 2) ?? [""];
        inner.Request.Method = request["method"]?.ToString().ToUpperInvariant() ?? "GET";
        (inner.Request.Scheme, inner.Request.Host, inner.Request.Protocol) =
            (batch.Request.Scheme, batch.Request.Host, batch.Request.Protocol);
        inner.Request.Path = PathString.FromUriComponent($"/v1.0/{url[0].TrimStart('/')}");
        inner.Request.QueryString = url.Length > 1 ? new QueryString($"?{url[1]}") : QueryString.Empty;
        inner.Request.Headers.Authorization = batch.Request.Headers.Authorization;
        foreach (var (name, value) in request["headers"] as JsonObject ?? [])
            inner.Request.Headers[name] = value?.ToString();
        inner.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(request["body"]?.ToJsonString(Json.Web) ?? ""));
        inner.Response.Body = new MemoryStream();
        return inner;
    }

    private static JsonObject Headers(HttpResponse response)
    {
        var headers = new JsonObject();
        foreach (var (name, value) in response.Headers)
            headers[name] = value.ToString();
        return headers;
    }
}
