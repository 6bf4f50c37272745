using System.Text.Json.Nodes;
using Hub.Simulators.Control;

namespace Hub.Simulators.Mailbox.Graph;

/// <summary>What every part of Graph reads from a request and writes to an answer.</summary>
public static class GraphRequest
{
    /// <summary>The mailbox of the route, refused when it is not an address.</summary>
    public static string Mailbox(this HttpContext http)
    {
        var mailbox = http.Route("mailbox").ToLowerInvariant();
        return mailbox.Contains('@', StringComparison.Ordinal)
            ? mailbox
            : throw new GraphException(404, "ErrorInvalidUser", $"The requested user '{mailbox}' is invalid.");
    }

    public static string Route(this HttpContext http, string name) => (string)http.GetRouteValue(name)!;

    public static bool WantsImmutableIds(this HttpRequest request) => request.Headers["Prefer"].Any(
        p => p?.Replace(" ", "", StringComparison.Ordinal).Contains("IdType=\"ImmutableId\"", StringComparison.OrdinalIgnoreCase) ?? false);

    public static async Task<JsonObject> Body(this HttpRequest request) =>
        await JsonNode.ParseAsync(request.Body) as JsonObject
        ?? throw GraphException.BadRequest("BadRequest", "Unable to read JSON request payload: it is not an object.");

    /// <summary>A parameter of an action: the SDK writes it with a capital, the documentation without.</summary>
    public static JsonNode? Parameter(this JsonObject body, string name) =>
        body.FirstOrDefault(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    public static IResult Answer(JsonNode json, int status = 200) =>
        Results.Text(json.ToJsonString(Json.Web), "application/json", statusCode: status);

    public static IResult Page(HttpContext http, IEnumerable<JsonNode?> items, params (string Name, JsonNode? Value)[] annotations)
    {
        var json = new JsonObject { ["@odata.context"] = $"{http.Root()}/$metadata#{http.Request.Path.Value?[6..]}" };
        foreach (var (name, value) in annotations)
            if (value is not null)
                json[name] = value;
        json["value"] = new JsonArray([.. items]);
        return Answer(json);
    }

    public static string Root(this HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}/v1.0";

    /// <summary>The address of this request with one query option set anew.</summary>
    public static string Link(this HttpContext http, string option, string value)
    {
        var query = http.Request.Query.Where(q => q.Key != option).Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString()))
            .Append(KeyValuePair.Create(option, (string?)value));
        return $"{http.Request.Scheme}://{http.Request.Host}{http.Request.Path}{QueryString.Create(query)}";
    }
}
