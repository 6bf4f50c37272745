using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Hub.Local;
using Hub.LocalProcesses;
using Hub.Testing;

namespace Hub.EndToEnd.Tests.Running;

/// <summary>A hub of processes, with clients that have keys of every kind.</summary>
public sealed class RunningHub : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ApiClient> _clients = new();

    private readonly Contract _contract;
    private (string Name, string Value)? _person;

    private RunningHub(LocalHub local, string secretariat, Contract contract)
    {
        (Local, _contract) = (local, contract);
        Instances = [.. local.Instances.Select(i => new ApiClient(i.Address, secretariat, contract))];
        Nobody = new(local.Address, contract: contract);
        Mailbox = new(local.Mailbox);
        Partner = new(local.Partner);
        Blobs = new(local.Storage.ConnectionString, new(BlobClientOptions.ServiceVersion.V2023_01_03));
    }

    public LocalHub Local { get; }

    /// <summary>The Secretariat's clients of the instances of the functions.</summary>
    public IReadOnlyList<ApiClient> Instances { get; }

    public ApiClient Secretariat => Instances[0];

    public ApiClient Nobody { get; }

    /// <summary>The mailbox simulator's control API.</summary>
    public ApiClient Mailbox { get; }

    /// <summary>The partner simulator's control API.</summary>
    public ApiClient Partner { get; }

    public BlobServiceClient Blobs { get; }

    /// <summary>Starts one.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="person">The header of a person who signed in, who issues the keys; null where the first key does.</param>
    public static async Task<RunningHub> Start(LocalHubOptions options, (string Name, string Value)? person = null)
    {
        var local = await LocalHub.Start(options);
        try
        {
            using var http = new HttpClient { BaseAddress = local.Address };
            var secretariat = await Issued(local, person, "first reviewer", "SECRETARIAT");
            return new(local, secretariat, new((JsonObject)JsonNode.Parse(await http.GetStringAsync("api/openapi.json"))!))
            {
                _person = person,
            };
        }
        catch
        {
            await local.DisposeAsync();
            throw;
        }
    }

    public Task<ApiClient> Office(string state, string role = "MISSION") => Client($"{role} of {state}", "STATE", state, role);

    public Task<ApiClient> Reviewer(string name) => Client(name, "SECRETARIAT");

    public Task<ApiClient> Reader() => Client("a reader", "READER");

    public Task<ApiClient> PartnerNamed(string name) => Client(name, "PARTNER");

    /// <summary>Submits a notice and waits until it is routed; its id.</summary>
    public async Task<string> Submit(ApiClient sender, JsonObject notice, string routedTo = "REVIEW")
    {
        var id = (await sender.Post("api/notices", notice)).Expect(202).Id;
        await Reaches(id, routedTo);
        return id;
    }

    public async Task Reaches(string id, string status, TimeSpan? within = null)
    {
        var stands = "";
        try
        {
            await Eventually.True(
                async () => (stands = (await Secretariat.Get($"api/notices/{id}")).Expect(200)["status"]) == status,
                $"notice {id} is {status}",
                within);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}; it is {stands}", e);
        }
    }

    public async Task<Answer> Approve(string id, ApiClient? reviewer = null) =>
        (await (reviewer ?? Secretariat).Post($"api/notices/{id}/decision", new JsonObject { ["decision"] = "APPROVE" })).Expect(200);

    /// <summary>Designates an authority with both reviewers; the record's id.</summary>
    public async Task<string> Designate(ApiClient sender, JsonObject notice)
    {
        var id = await Submit(sender, notice);
        await Approve(id);
        Assert.Equal("COMMITTED", (await Approve(id, await Reviewer("second reviewer")))["status"]);
        return (await Events()).Single(e => (string)e["data"]!["noticeId"]! == id)["data"]!["recordId"]!.ToString();
    }

    /// <summary>The whole log.</summary>
    public async Task<IReadOnlyList<JsonNode>> Events()
    {
        var events = new List<JsonNode>();
        while ((await Secretariat.Get($"api/events?after={events.Count}&limit=500")).Expect(200).Json["items"]!.AsArray()
            is { Count: > 0 } page)
            events.AddRange(page.Select(e => e!));
        return events;
    }

    /// <summary>Waits until every channel has read the log to its end.</summary>
    public Task AllSent(TimeSpan? within = null) => Eventually.True(
        async () => await Secretariat.Get("healthz") is { Status: 200 } health
            && health.Json["eventsBehind"]!.AsObject().All(c => (long)c.Value! == 0),
        "every channel is at the head of the log", within ?? TimeSpan.FromMinutes(2));

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values.Concat(Instances).Append(Nobody).Append(Mailbox).Append(Partner))
            client.Dispose();
        await Local.DisposeAsync();
        KeepOutput();
    }

    // For whoever looks for the reason of a failure: what the functions said, in a folder of their choice.
    private void KeepOutput()
    {
        if (Environment.GetEnvironmentVariable("HUB_TEST_OUTPUT") is { Length: > 0 } folder)
            File.WriteAllText(
                Path.Combine(Directory.CreateDirectory(folder).FullName, $"functions-{Local.Address.Port}.log"), Local.Functions.Output);
    }

    private async Task<ApiClient> Client(string name, string kind, string? state = null, string? role = null)
    {
        if (_clients.TryGetValue(name, out var client))
            return client;
        var instance = Local.Instances[_clients.Count % Local.Instances.Count];
        return _clients.GetOrAdd(name, new ApiClient(instance.Address, await Issued(Local, _person, name, kind, state, role), _contract));
    }

    private static async Task<string> Issued(
        LocalHub local, (string Name, string Value)? person, string name, string kind, string? state = null, string? role = null)
    {
        if (person is not { } header)
        {
            using var first = local.Client(LocalHub.FirstKey);
            return await first.IssueKey(name, kind, state, role);
        }
        using var nobody = new ApiClient(local.Address);
        var body = new JsonObject { ["name"] = name, ["kind"] = kind, ["state"] = state, ["role"] = role };
        foreach (var absent in body.Where(f => f.Value is null).Select(f => f.Key).ToList())
            body.Remove(absent);
        return (await nobody.Post("api/keys", body, header, ("Origin", local.Address.GetLeftPart(UriPartial.Authority)))).Expect(201)["key"];
    }
}
