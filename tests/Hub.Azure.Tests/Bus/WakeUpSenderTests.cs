using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using Hub.Azure.Bus;
using Hub.LocalProcesses;
using Hub.Work.Queues;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.Azure.Tests.Bus;

public sealed class WakeUpSenderTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static readonly ServiceBusReceiverOptions Deleting = new() { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete };
    private LocalBroker _broker = null!;
    private ServiceBusClient _client = null!;

    public async Task InitializeAsync()
    {
        _broker = await LocalBroker.Start();
        _client = Connect(_broker);
    }

    public async Task DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _client.DisposeAsync();
    }

    [Fact]
    public async Task Each_wake_up_goes_to_its_queue_once_under_an_id_of_its_own()
    {
        Assert.True(await Sender().Send(new() { Notices = ["XAA-1", "XAA-2", "XAA-1"], Mailbox = ["notices@hub.example"] }));

        var notices = await _client.CreateReceiver(Queues.Notices).ReceiveMessagesAsync(10, Soon);
        var mailbox = await _client.CreateReceiver(Queues.Mailbox).ReceiveMessagesAsync(10, Soon);
        Assert.Equal(["XAA-1", "XAA-2"], notices.Select(m => m.Body.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(["notices@hub.example"], mailbox.Select(m => m.Body.ToString()));
        Assert.Distinct(notices.Concat(mailbox).Select(m => m.MessageId));
        Assert.All(notices, m => Assert.NotEmpty(m.MessageId));
    }

    [Fact]
    public async Task More_wake_ups_than_a_batch_holds_go_out_in_several()
    {
        var ids = Enumerable.Range(0, 1_203).Select(i => $"XAA-{i}").ToList();

        Assert.True(await Sender().Send(new() { Notices = ids }));

        var receiver = _client.CreateReceiver(Queues.Notices, Deleting);
        var received = new HashSet<string>();
        await Eventually.True(
            async () =>
            {
                received.UnionWith((await receiver.ReceiveMessagesAsync(500, TimeSpan.FromSeconds(1))).Select(m => m.Body.ToString()));
                return received.Count == ids.Count;
            },
            "every wake-up is there");
    }

    [Fact]
    public async Task Queues_that_hang_are_waited_for_no_longer_than_the_limit()
    {
        Process.Start("kill", ["-STOP", $"{_broker.ProcessId}"]).WaitForExit();

        Assert.False(await Sender(TimeSpan.FromMilliseconds(300)).Send(new() { Notices = ["XAA-1"] }).WaitAsync(Soon));
    }

    [Fact]
    public async Task Queues_that_are_gone_and_a_client_that_is_closed_are_told_and_not_thrown()
    {
        var sender = Sender();
        await _broker.Kill();
        Assert.False(await sender.Send(new() { Notices = ["XAA-1"] }));
        await _client.DisposeAsync();
        Assert.False(await sender.Send(new() { Mail = ["one@hub.example"] }));
    }

    [Fact]
    public async Task Nothing_is_sent_where_nothing_is_due() => Assert.True(await Sender().Send(WakeUps.None));

    private static ServiceBusClient Connect(LocalBroker broker) => new(
        broker.ConnectionString, new ServiceBusClientOptions { RetryOptions = { MaxRetries = 0, TryTimeout = Soon } });

    private WakeUpSender Sender(TimeSpan? limit = null) =>
        new(_client, NullLogger<WakeUpSender>.Instance) { TimeLimit = limit ?? Soon };
}
