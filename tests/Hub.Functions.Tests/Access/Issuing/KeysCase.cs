using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Administration;
using Hub.Functions.Errors;
using Hub.Functions.Tests.Documents;
using Hub.InMemory;
using Hub.Notices.Access;
using Hub.Register.States;
using Hub.Testing;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Access.Issuing;

/// <summary>Functions of keys.</summary>
public abstract class KeysCase
{
    private protected const string First = "the-first-key";
    private protected static readonly Contract Contract = new(OpenApi.Build());
    private protected readonly MemoryKeys _keys = MemoryKeys.With(First, new(Caller.FirstKey, CallerKind.Secretariat));

    private protected async Task<JsonNode> Issue(string key, string body, SignInSettings? signIn = null) =>
        Body("POST", "api/keys", 201, await Served.By(
            await With(Request("POST", key), body).Enter<Keys>(Who(signIn), nameof(Keys.Issue)), r => Function().Issue(r, default)));

    private protected async Task<JsonNode> Rotate(string key, string id, string body, SignInSettings? signIn = null) => Body(
        "POST", $"api/keys/{id}/rotation", 201,
        await Served.By(
            await With(Request("POST", key), body).Enter<Keys>(Who(signIn), nameof(Keys.Rotate), id),
            r => Function().Rotate(r, id, default)));

    private protected async Task<JsonArray> List(string key)
    {
        var served = await Served.By(await Request("GET", key).Enter<Keys>(Who(), nameof(Keys.List)), r => Function().List(r, default));
        return Body("GET", "api/keys", 200, served)["items"]!.AsArray();
    }

    private protected async Task<Served> Revoke(string key, string id, SignInSettings? signIn = null) => await Served.By(
        await Request("DELETE", key).Enter<Keys>(Who(signIn), nameof(Keys.Revoke), id), r => Function().Revoke(r, id, default));

    private protected static JsonNode Body(string method, string path, int status, Served served)
    {
        var body = JsonNode.Parse(served.Bytes)!;
        Assert.Equal(status, served.Status);
        Assert.Equal([], Contract.Broken(method, path, status, "application/json", body));
        return body;
    }

    private protected Keys Function() => new(_keys, new(_keys, new MemoryPeople(), new StateCatalog(true), TimeProvider.System));

    private protected Callers Who(SignInSettings? signIn = null) => new(_keys, new(signIn ?? new(null, new("https://hub.example/"))));

    private protected static HttpRequest Request(string method, string key, string? principal = null)
    {
        var request = Served.Request();
        (request.Method, request.ContentType) = (method, MediaTypeNames.Application.Json);
        request.Headers.Authorization = key.Length > 0 ? $"Bearer {key}" : default;
        if (principal is not null)
            (request.Headers["X-MS-CLIENT-PRINCIPAL"], request.Headers["Sec-Fetch-Site"]) = (principal, "same-origin");
        return request;
    }

    private protected static HttpRequest With(HttpRequest request, string body)
    {
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return request;
    }

    private protected static async Task Refused(int status, Func<Task> work) =>
        Assert.Equal(status, (await Assert.ThrowsAsync<ApiException>(work)).Status);
}
