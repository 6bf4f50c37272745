using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.Local.Terminal;

namespace Hub.Local;

/// <summary>An answer of the hub.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The JSON, where it was JSON.</param>
/// <param name="Location">The Location header.</param>
public sealed record HubResponse(HttpStatusCode Status, JsonNode? Body, string? Location)
{
    /// <summary>Whether it succeeded.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The body of a success; anything else fails with what the hub said, and with every problem that it found.</summary>
    public JsonNode Required() => IsSuccess ? Body! : throw new CommandException(Refusal());

    /// <summary>What the hub said to a request that failed.</summary>
    public string Refusal()
    {
        if (Body is not JsonObject body || body["title"] is null)
            return $"The hub answered {(int)Status} ({Status}), and not why.";
        var problems = (body["problems"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(p => Wrapping.Wrap($"{Place(p)}{p["title"]} {p["remedy"]}", 2));
        return string.Join('\n', problems.Prepend(Wrapping.Wrap($"{body["title"]}: {body["detail"]}", 0)));
    }

    private static string Place(JsonObject problem) =>
        (string?)problem["field"] is { Length: > 0 } field ? $"{field.TrimStart('/')}: " : "";

    /// <summary>A text of the body.</summary>
    public string Text(string name) => (string)Required()[name]!;
}

/// <summary>Calls a hub as a State, reviewer, reader or partner would.</summary>
public sealed class HubClient : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>A client with a key, and the language it wants errors in.</summary>
    public HubClient(Uri address, string key, string? language = null)
    {
        _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (language is not null)
            _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    /// <summary>GET.</summary>
    public Task<HubResponse> Get(string path) => Send(HttpMethod.Get, path, null);

    /// <summary>POST.</summary>
    public Task<HubResponse> Post(string path, JsonNode body, string? idempotencyKey = null) =>
        Send(HttpMethod.Post, path, JsonContent.Create(body), idempotencyKey);

    /// <summary>PUT.</summary>
    public Task<HubResponse> Put(string path, JsonNode body) => Send(HttpMethod.Put, path, JsonContent.Create(body));

    /// <summary>Any request.</summary>
    public async Task<HubResponse> Send(HttpMethod method, string path, HttpContent? content, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var answer = await _http.SendAsync(request);
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        var text = await answer.Content.ReadAsStringAsync();
        return new(answer.StatusCode, isJson && text.Length > 0 ? JsonNode.Parse(text) : null, answer.Headers.Location?.ToString());
    }

    /// <summary>A file.</summary>
    public Task<byte[]> Download(string path) => _http.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    /// <summary>A new key for somebody; this client must be the Secretariat's.</summary>
    public async Task<string> IssueKey(string name, string kind, string? state = null, string? role = null)
    {
        var body = new JsonObject { ["name"] = name, ["kind"] = kind };
        if (state is not null)
            body["state"] = state;
        if (role is not null)
            body["role"] = role;
        return (await Post("api/keys", body)).Text("key");
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
