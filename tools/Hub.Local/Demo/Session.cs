using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.Local.Running;
using Hub.Local.Terminal;
using Hub.LocalProcesses;
using Hub.Register.Json;

namespace Hub.Local.Demo;

/// <summary>One run of the demo: who takes part, what is shown, and what was expected but did not come.</summary>
internal sealed class Session : IDisposable
{
    private static readonly TimeSpan RoutedWithin = TimeSpan.FromSeconds(45);
    private static readonly string[] Languages = ["en", "fr", "es"];
    private readonly List<string> _missing = [];
    private readonly Dictionary<string, HubClient> _missions;
    private int _step;
    private int _expected;

    public Session(KeyRing ring, Screen screen)
    {
        (Ring, Screen) = (ring, screen);
        _missions = Languages.ToDictionary(l => l, l => new HubClient(ring.Hub, ring.Keys[Caller.Mission], l));
        Authority = Client(Caller.Authority);
        First = Client(Caller.FirstReviewer);
        Second = Client(Caller.SecondReviewer);
        Reader = Client(Caller.Reader);
        Partner = Client(Caller.Partner);
        PartnerSite = new() { BaseAddress = ring.Partner };
        Mailbox = new() { BaseAddress = ring.Mailbox };
    }

    public KeyRing Ring { get; }

    public Screen Screen { get; }

    public string Run { get; } = TimeProvider.System.GetUtcNow().ToString("yyMMddHHmmss", CultureInfo.InvariantCulture);

    public HubClient Authority { get; }

    public HubClient First { get; }

    public HubClient Second { get; }

    public HubClient Reader { get; }

    public HubClient Partner { get; }

    /// <summary>Submit to commit, of each notice.</summary>
    public List<TimeSpan> Committing { get; } = [];

    /// <summary>When each event was known to be committed, by its sequence.</summary>
    public Dictionary<long, DateTimeOffset> CommittedAt { get; } = [];

    /// <summary>What arrived at the partner's.</summary>
    public HttpClient PartnerSite { get; }

    /// <summary>What the mailbox sent.</summary>
    public HttpClient Mailbox { get; }

    public HubClient Mission(string language) => _missions[language];

    public void Step(string title) => Screen.Heading($"{++_step}. {title}");

    public void Note(string text) => Screen.Line(Screen.In(Colour.Dim, Wrapping.Wrap(text, 3)));

    /// <summary>Says whether what was expected came.</summary>
    public void Expect(bool came, string what)
    {
        _expected++;
        Screen.Line(came ? $"   {Screen.In(Colour.Green, "✓")} {what}" : $"   {Screen.In(Colour.Red, "✗")} {what}");
        if (!came)
            _missing.Add(what);
    }

    /// <summary>Sends a notice and waits until it was checked; shows both.</summary>
    public async Task<Sent> Send(string who, HubClient client, JsonObject form, string? key = null, HttpContent? content = null)
    {
        Screen.Line($"   {Screen.In(Colour.Cyan, "→")} {who}: {form["kind"]} {form["officialRef"]}");
        var clock = Stopwatch.StartNew();
        var answer = await client.Send(HttpMethod.Post, "api/notices", content ?? JsonContent.Create(form), key);
        var sent = new Sent(answer, clock, answer.IsSuccess ? await Routed(client, answer.Text("id")) : null);
        Show(sent);
        return sent;
    }

    public void Show(Sent sent)
    {
        var said = sent.View is null ? $"{sent.Answer.Body?["title"]}: {sent.Answer.Body?["detail"]}" : $"{sent.Id} {sent.Status}";
        Screen.Line(Wrapping.Wrap($"← {(int)sent.Answer.Status} {said}", 3));
        foreach (var p in sent.Problems)
        {
            var colour = (string?)p["outcome"] is "WARN" ? Colour.Dim : Colour.Yellow;
            Screen.Line(Screen.In(colour, Wrapping.Wrap($"{p["code"]} {p["outcome"]} {p["field"]}: {p["title"]} {p["remedy"]}", 6)));
        }
    }

    /// <summary>Both reviewers decide as they would; ends when the notice is in the register.</summary>
    public async Task Approve(Sent sent, string? reason = null)
    {
        await ShowChanges(sent.Id);
        var status = sent.Status;
        foreach (var (name, reviewer) in new[] { ("reviewer-1", First), ("reviewer-2", Second) })
        {
            if (status == "COMMITTED")
                break;
            var answer = await reviewer.Post(
                $"api/notices/{sent.Id}/decision", new JsonObject { ["decision"] = "APPROVE", ["reason"] = reason });
            status = answer.IsSuccess ? answer.Text("status") : "";
            Screen.Line($"   {name} approves: {(answer.IsSuccess ? status : answer.Body?["detail"])}");
            if (status == "COMMITTED")
                Committed(sent, (long)answer.Body!["sequence"]!);
        }
        Expect(status == "COMMITTED", $"in the register after {sent.Clock.Elapsed.TotalSeconds:0.0} s");
    }

    /// <summary>What was missing; the exit code.</summary>
    public int Conclude()
    {
        Screen.Heading(_missing.Count == 0
            ? Screen.In(Colour.Green, $"Everything expected came ({_expected} of {_expected}).")
            : Screen.In(Colour.Red, $"{_missing.Count} of {_expected} did not come:"));
        _missing.ForEach(m => Screen.Line($"   ✗ {m}"));
        return _missing.Count == 0 ? 0 : 1;
    }

    public void Dispose()
    {
        foreach (var client in _missions.Values.Concat([Authority, First, Second, Reader, Partner]))
            client.Dispose();
        PartnerSite.Dispose();
        Mailbox.Dispose();
    }

    private HubClient Client(string name) => new(Ring.Hub, Ring.Keys[name]);

    private void Committed(Sent sent, long sequence)
    {
        Committing.Add(sent.Clock.Elapsed);
        CommittedAt[sequence] = TimeProvider.System.GetUtcNow();
    }

    private static async Task<JsonNode?> Routed(HubClient client, string id)
    {
        JsonNode? view = null;
        await Eventually.True(
            async () => (string?)(view = (await client.Get($"api/notices/{id}")).Required())["status"] != "RECEIVED",
            $"notice {id} is checked", RoutedWithin);
        return view;
    }

    private async Task ShowChanges(string id)
    {
        var view = (await First.Get($"api/notices/{id}")).Required();
        foreach (var change in view["records"]!.AsArray().SelectMany(r => r!["changes"]!.AsArray()))
        {
            Screen.Line($"   {change!["field"]}");
            Screen.Line(Wrapping.Wrap($"- {Short(change["old"])}", 6));
            Screen.Line(Wrapping.Wrap($"+ {Short(change["new"])}", 6));
        }
    }

    private static string Short(JsonNode? value)
    {
        var text = value?.ToJsonString(HubJson.Options) ?? "(none)";
        return text.Length <= 300 ? text : $"{text[..300]} …";
    }
}
