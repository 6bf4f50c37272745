using Hub.Delivery.Webhooks;
using Hub.Functions.Console.Operations;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Queues;
using Hub.Work.Runner;

namespace Hub.Functions.Tests.Console;

/// <summary>The Secretariat pauses a partner's endpoint with a reason, and sets it going again.</summary>
public sealed class EndpointPageTests : IWakeUpSender
{
    private readonly PageSite _site = new();
    private readonly MemoryEndpoints _endpoints = new();
    private readonly MemoryCursors _cursors = new();
    private readonly MemoryRegister _register = new();
    private readonly List<string> _woken = [];

    public EndpointPageTests()
    {
        _endpoints.Put(new("e1", "EJN", "https://partner.example/hook", "whsec_secret", Sample.Now));
        _cursors.Put(new() { Channel = WebhookChannel.ChannelName, Name = "e1", Attempts = 3, FailingSince = Sample.Now });
    }

    private Cursor Cursor => _cursors[WebhookChannel.ChannelName, "e1"];

    [Fact]
    public async Task An_endpoint_is_paused_with_a_reason_and_set_going_again()
    {
        Assert.Equal(303, (await Take("ACTIVE", "it floods us")).Status);
        Assert.Equal(
            (CursorState.Paused, "it floods us", new Halt("Daniel Osei", Sample.Now)), (Cursor.State, Cursor.StateReason!, Cursor.Halt!));
        Assert.Equal(303, (await Take("PAUSED", null)).Status);
        Assert.Equal(
            (CursorState.Active, null, null, 0, null),
            (Cursor.State, Cursor.StateReason, Cursor.Halt, Cursor.Attempts, Cursor.FailingSince));
        Assert.Equal(["e1"], _woken);
    }

    [Fact]
    public async Task Without_a_reason_or_where_it_changed_meanwhile_nothing_is_done()
    {
        Assert.Equal(422, (await Take("ACTIVE", " ")).Status);
        Assert.Equal(409, (await Take("PAUSED", "why")).Status);
        Assert.Equal(409, (await Take("", "why")).Status);
        Assert.Equal((CursorState.Active, 3), (Cursor.State, Cursor.Attempts));
    }

    [Fact]
    public async Task The_list_says_how_each_stands_and_shows_no_secret()
    {
        _register.Grow(2);
        _endpoints.Put(new("e2", "WACAP", "https://other.example/hook", "whsec_secret", Sample.Now));
        var page = PageSite.Text(await Served.By(
            PageSite.Get("/console/operations/endpoints", PageSite.Administrator), r => Pages().List(r, default)));
        foreach (var said in new[] { "https://partner.example/hook", "Waiting to be sent", "waits for consent", "none remembered" })
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", page, StringComparison.Ordinal);
    }

    public Task<bool> Send(WakeUps wakeUps)
    {
        _woken.AddRange(wakeUps.Webhooks);
        return Task.FromResult(true);
    }

    private Task<Served> Take(string mark, string? reason) => Served.By(
        PageSite.Post(
            "/console/operations/endpoints/e1/state", PageSite.Administrator,
            [("mark", mark), .. reason is null ? Array.Empty<(string, string)>() : [("reason", reason)]]),
        r => Pages().Take(r, "e1", default));

    private EndpointPages Pages() => new(
        _site.Pages, _endpoints, _cursors, new MemoryDeliveries(), _register, new(_endpoints, _cursors, null!), this, _site.Clock);
}
