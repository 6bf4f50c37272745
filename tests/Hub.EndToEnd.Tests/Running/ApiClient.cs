using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Hub.LocalProcesses;
using Hub.Testing;

namespace Hub.EndToEnd.Tests.Running;

/// <summary>Calls the hub, or a simulator's control API, and looks at the whole answer.</summary>
public sealed class ApiClient : IDisposable
{
    // Longer than a hub is stopped in its tracks in a test, several times one after the other.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);
    private readonly HttpClient _http;
    private readonly Contract? _contract;

    /// <summary>A client, whose every answer in JSON is held against the contract where there is one.</summary>
    public ApiClient(Uri address, string? key = null, Contract? contract = null)
    {
        _contract = contract;
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        if (key is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public Task<Answer> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<Answer> Post(string path, JsonNode body, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, JsonContent.Create(body), headers);

    public Task<Answer> Put(string path, JsonNode body) => Send(HttpMethod.Put, path, JsonContent.Create(body));

    public Task<Answer> PostText(
        string path, string body, string mediaType = "application/json", params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, new StringContent(body, null, mediaType), headers);

    public async Task<Answer> Send(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (_contract is not null && method != HttpMethod.Head
            && answer.Content.Headers.ContentType?.MediaType is ("application/json" or "application/problem+json") and var type)
            Keeps(_contract.Broken(method.Method, path, (int)answer.StatusCode, type, JsonNode.Parse(text)), text);
        return new((int)answer.StatusCode, answer.Headers, text);
    }

    /// <summary>Gets a file: its status, its headers, its bytes.</summary>
    public async Task<(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)> GetBytes(
        string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _http.SendAsync(request);
        var all = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated).ToDictionary(h => h.Key, h => h.Value.ToString());
        return ((int)answer.StatusCode, all, await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Sends the same request until there is an answer that is one: no lost connection, no error of the hub's.</summary>
    public static async Task<Answer> Insist(Func<Task<Answer>> request)
    {
        Answer? answer = null;
        await Eventually.True(async () => (answer = await Try(request)) is { Status: < 500 }, "the hub gives an answer", Patience);
        return answer!;
    }

    private static void Keeps(IReadOnlyList<string> broken, string text) =>
        Assert.True(broken.Count == 0, $"{string.Join('\n', broken)}\nin: {text}");

    public Task<Answer> Insist(string path) => Insist(() => Get(path));

    public void Dispose() => _http.Dispose();

    private static async Task<Answer?> Try(Func<Task<Answer>> request)
    {
        try
        {
            return await request();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or TaskCanceledException)
        {
            return null;
        }
    }
}
