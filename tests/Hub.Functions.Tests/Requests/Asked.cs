using System.Text;
using System.Text.Json.Nodes;
using Hub.Functions.Errors;
using Hub.Functions.Tests.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Tests.Requests;

/// <summary>What a function answers to a request, errors included.</summary>
internal sealed record Asked(int Status, string Title, string Detail, JsonNode? Json, string Text, IHeaderDictionary Headers)
{
    public IEnumerable<string> Problems => (Json?["problems"]?.AsArray() ?? []).Select(p => $"{p!["code"]} {p["field"]}");

    public static HttpRequest Get(string query, params (string Name, string Value)[] headers)
    {
        var request = Served.Request(headers);
        request.QueryString = new(query);
        return request;
    }

    public static HttpRequest Post(string json, params (string Name, string Value)[] headers) =>
        Post(Encoding.UTF8.GetBytes(json), headers);

    public static HttpRequest Post(byte[] body, params (string Name, string Value)[] headers)
    {
        var request = Served.Request(headers);
        request.Method = "POST";
        request.ContentType = "application/json";
        request.Body = new MemoryStream(body);
        return request;
    }

    public static async Task<Asked> By(HttpRequest request, Func<HttpRequest, Task<IActionResult>> function)
    {
        try
        {
            var answer = await function(request);
            // What writes it out belongs to a framework that is not here.
            if (answer is ContentResult content)
                return new(
                    content.StatusCode ?? 200,
                    "",
                    "",
                    null,
                    content.Content!,
                    new HeaderDictionary { ["Content-Type"] = content.ContentType });
            var served = await Served.By(request, _ => Task.FromResult(answer));
            var text = Encoding.UTF8.GetString(served.Bytes);
            var isJson = served.Headers.ContentType.ToString().Contains("json", StringComparison.Ordinal) && text.Length > 0;
            var json = isJson ? JsonNode.Parse(text) : null;
            var said = json as JsonObject;
            return new(served.Status, $"{said?["title"]}", $"{said?["detail"]}", json, text, served.Headers);
        }
        catch (ApiException e)
        {
            return new(e.Status, e.Message, e.Detail, null, "", new HeaderDictionary());
        }
        catch (FormException e)
        {
            return new(422, e.Message, string.Join(", ", e.Problems.Select(p => $"{p.Code} {p.Field}")), null, "", new HeaderDictionary());
        }
    }
}
