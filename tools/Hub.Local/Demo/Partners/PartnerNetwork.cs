using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hub.Local.Demo.Partners;

/// <summary>A partner network of the story: its key, its receiver and its endpoint.</summary>
internal sealed class PartnerNetwork(Session session, string name) : IDisposable
{
    private HubClient? _client;

    public string Name => name;

    public HubClient Client => _client!;

    public string Endpoint { get; private set; } = "";

    public string Secret { get; private set; } = "";

    public Uri Hook => new(session.Ring.Partner, $"hooks/{name}");

    /// <summary>The Secretariat registers it, with a contact, and gives it a key.</summary>
    public async Task Join()
    {
        _client = new(session.Ring.Hub, await session.First.IssueKey(name, "PARTNER"));
        var contact = new JsonObject { ["address"] = $"{name}@networks.example", ["language"] = "en", ["name"] = $"Secretariat of {name}" };
        (await session.First.Put($"api/partners/{name}", new JsonObject { ["contact"] = contact })).Required();
    }

    /// <summary>It registers its endpoint; the state that it then has.</summary>
    public async Task<string> Register()
    {
        var made = (await Client.Post("api/endpoints", new JsonObject { ["url"] = Hook.ToString() })).Required();
        (Endpoint, Secret) = ((string)made["id"]!, (string)made["secret"]!);
        var keys = (await Client.Get(".well-known/jwks.json")).Required().DeepClone();
        using var known = await session.PartnerSite.PutAsJsonAsync(
            $"control/hooks/{name}", new JsonObject { ["secret"] = Secret, ["keySet"] = keys });
        known.EnsureSuccessStatusCode();
        return (string)made["state"]!;
    }

    public async Task<JsonNode> View() =>
        (await Client.Get("api/endpoints")).Required()["items"]!.AsArray().Single(e => (string)e!["id"]! == Endpoint)!;

    /// <summary>Why an event was delivered to it, or was not.</summary>
    public async Task<JsonNode> NoticeDemo(long sequence) => (await Client.Get($"api/endpoints/{Endpoint}/events/{sequence}")).Required();

    /// <summary>What its receiver got.</summary>
    public async Task<IReadOnlyList<JsonNode>> Received() =>
        [.. (await session.PartnerSite.GetFromJsonAsync<JsonArray>($"control/hooks/{name}/received"))!.Select(d => d!)];

    /// <summary>The subjects of the mails that its contact got.</summary>
    public async Task<IReadOnlyList<string>> Mails() =>
        [.. (await session.Mailbox.GetFromJsonAsync<JsonArray>($"control/delivered/{name}@networks.example"))!
            .Select(m => (string)m!["subject"]!)];

    /// <summary>Its receiver misbehaves from now on.</summary>
    public async Task Misbehaves(string fault)
    {
        using var armed = await session.PartnerSite.PostAsJsonAsync("control/faults", JsonNode.Parse(fault));
        armed.EnsureSuccessStatusCode();
    }

    public void Dispose() => _client?.Dispose();
}
