using System.Net;
using Hub.Azure.Webhooks;

namespace Hub.Azure.Tests.Webhooks;

public sealed class SeveralAddressTests
{
    [Fact]
    public async Task The_second_address_is_tried_while_the_first_is_silent()
    {
        await using var receiver = await Receiver.Start(204);
        var network = new LoggedNetwork(
            _ => ["::1", "127.0.0.1"],
            (to, cancel) =>
                IPAddress.IPv6Loopback.Equals(to.Address) ? LoggedNetwork.Silence(cancel) : new MachineNetwork().Connect(to, cancel));
        using var http = WebhookHttp.Create(allowLoopback: true, network);
        Assert.Null(await Receiver.Post(http, $"http://two.example:{receiver.Port}/hook"));
        Assert.Equal([$"[::1]:{receiver.Port}", $"127.0.0.1:{receiver.Port}"], network.Connected);
    }

    [Fact]
    public async Task An_address_that_refuses_does_not_hide_those_after_it()
    {
        await using var receiver = await Receiver.Start(204);
        var asked = 0;
        var network = new LoggedNetwork(
            _ => ["127.0.0.2", "127.0.0.3", "127.0.0.1"],
            (to, cancel) => ++asked < 3 ? LoggedNetwork.Refusal() : new MachineNetwork().Connect(to, cancel));
        using var http = WebhookHttp.Create(allowLoopback: true, network);
        Assert.Null(await Receiver.Post(http, $"http://three.example:{receiver.Port}/hook"));
        Assert.Equal(3, network.Connected.Count);
    }

    [Fact]
    public async Task A_hundred_addresses_are_not_all_knocked_at()
    {
        var network = new LoggedNetwork(_ => Enumerable.Range(1, 100).Select(i => $"127.0.1.{i}"), (_, _) => LoggedNetwork.Refusal());
        using var http = WebhookHttp.Create(allowLoopback: true, network);
        Assert.NotNull(await Receiver.Post(http, "http://many.example/hook"));
        Assert.Equal(16, network.Connected.Count);
    }

    [Fact]
    public async Task One_closed_address_among_open_ones_closes_all()
    {
        var network = new LoggedNetwork(_ => ["8.8.8.8", "64:ff9b::a00:1"], (_, _) => LoggedNetwork.Refusal());
        using var http = WebhookHttp.Create(allowLoopback: false, network);
        Assert.Contains(
            "not of the public Internet",
            (await Receiver.Post(http, "https://mixed.example/hook"))!.Reason,
            StringComparison.Ordinal);
        Assert.Empty(network.Connected);
    }
}
