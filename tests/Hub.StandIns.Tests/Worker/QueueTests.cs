using System.Globalization;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Hub.Testing;
using Microsoft.Azure.Functions.Worker;

namespace Hub.StandIns.Tests.Worker;

public class QueueTests(Storage storage) : IClassFixture<Storage>
{
    private readonly string _queue = Storage.NewQueue();

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("مرحبا \u0001\u0008\uFFFE 🏛")]
    public async Task A_message_arrives_as_it_was_sent(string body)
    {
        await using var app = await Start(typeof(Functions));
        await Send(body);
        await app.Journal.Shows($"1: {body}");
        await Eventually.True(async () => await Left() == 0, "the message is completed");
    }

    [Fact]
    public async Task The_binding_data_tell_the_message_from_others()
    {
        await using var app = await Start(typeof(DescribingFunctions));
        var sent = await Send("x");
        await app.Journal.Shows($"{sent.MessageId} 1 {sent.InsertionTime.UtcDateTime:O}");
    }

    [Fact]
    public async Task A_failure_is_delivered_again_and_counted_until_it_is_given_up()
    {
        await using var app = await Start(typeof(Functions));
        var sent = await Send("fail");
        await app.Journal.Shows($"buried fail {sent.MessageId} 3 MaxDeliveryCountExceeded System.InvalidOperationException");
        Assert.Equal(["1: fail", "2: fail", "3: fail"], app.Journal.Lines.Where(l => !l.StartsWith("buried", StringComparison.Ordinal)));
        await Eventually.True(async () => await Left() == 0, "the dead letter has left its queue");
    }

    [Fact]
    public async Task A_dead_letter_that_fails_comes_again_without_a_second_level()
    {
        await using var app = await Start(typeof(FailingBurial));
        await Send("fail");
        await app.Journal.Shows("burial failed", times: 4);
    }

    [Fact]
    public async Task A_slow_handler_keeps_its_lock()
    {
        await using var app = await Start(typeof(SlowFunctions));
        await Send("slow");
        await app.Journal.Shows("1: done after three locks");
        await Eventually.True(async () => await Left() == 0, "the message is completed");
        Assert.DoesNotContain("2: began", app.Journal.Lines);
    }

    [Fact]
    public async Task A_lock_that_may_not_be_renewed_is_lost_and_the_message_comes_again()
    {
        await using var app = await Start(
            typeof(SlowFunctions), """{ "extensions": { "serviceBus": { "maxAutoLockRenewalDuration": "00:00:00" } } }""");
        await Send("slow");
        await app.Journal.Shows("2: began");
    }

    [Fact]
    public async Task No_more_run_at_once_than_host_json_allows()
    {
        await using var app = await Start(typeof(CountingFunctions), """{ "extensions": { "serviceBus": { "maxConcurrentCalls": 3 } } }""");
        for (var i = 0; i < 9; i++)
            await Send($"{i}");
        await Eventually.True(() => app.Journal.Lines.Count == 9, "all nine have run");
        Assert.Equal("3", app.Journal.Lines.Max());
    }

    [Fact]
    public async Task Sending_wakes_whoever_waits_for_the_queue()
    {
        var queue = new StorageQueue(Queue);
        var arrival = queue.Arrival;
        Assert.False(arrival.IsCompleted);
        await queue.Send("x");
        Assert.True(arrival.IsCompleted);
        Assert.False(queue.Arrival.IsCompleted);
    }

    [Fact]
    public async Task A_queue_that_vanishes_is_made_again()
    {
        await using var app = await Start(typeof(Functions));
        await Send("before");
        await app.Journal.Shows("1: before");
        await Queue.DeleteAsync();
        await Eventually.True(async () => await Queue.ExistsAsync(), "the queue is there again");
        await Send("after");
        await app.Journal.Shows("1: after");
    }

    private QueueClient Queue => storage.Queue(_queue);

    private Task<TestApp> Start(Type functions, string? hostJson = null) =>
        TestApp.Start(functions, storage.Settings(_queue), hostJson: hostJson);

    private async Task<SendReceipt> Send(string body)
    {
        await Queue.CreateIfNotExistsAsync();
        return await Queue.SendMessageAsync(body);
    }

    private async Task<int> Left()
    {
        QueueProperties live = await Queue.GetPropertiesAsync();
        QueueProperties dead = await storage.Queue($"{_queue}-deadletter").GetPropertiesAsync();
        return live.ApproximateMessagesCount + dead.ApproximateMessagesCount;
    }

    public class Functions(Journal journal)
    {
        [Function("Read")]
        public void Read([ServiceBusTrigger("%Queue%", Connection = "ServiceBus")] string message, FunctionContext context)
        {
            journal.Add($"{context.BindingContext.BindingData["DeliveryCount"]}: {message}");
            if (message == "fail")
                throw new InvalidOperationException($"told to {message}");
        }

        [Function("Bury")]
        public void Bury([ServiceBusTrigger("%Queue%/$deadletterqueue", Connection = "ServiceBus")] string message, FunctionContext context)
        {
            var data = context.BindingContext.BindingData;
            var count = data["DeliveryCount"];
            journal.Add($"buried {message} {data["MessageId"]} {count} {data["DeadLetterReason"]} {data["DeadLetterErrorDescription"]}");
        }
    }

    public class DescribingFunctions(Journal journal)
    {
        [Function("Describe")]
        public void Describe([ServiceBusTrigger("%Queue%", Connection = "ServiceBus")] string message, FunctionContext context)
        {
            var data = context.BindingContext.BindingData;
            journal.Add($"{data["MessageId"]} {data["DeliveryCount"]} {data["EnqueuedTimeUtc"]}");
        }
    }

    public class FailingBurial(Journal journal)
    {
        [Function("Read")]
        public static void Read([ServiceBusTrigger("%Queue%", Connection = "ServiceBus")] string message) =>
            throw new InvalidOperationException();

        [Function("Bury")]
        public void Bury([ServiceBusTrigger("%Queue%/$deadletterqueue", Connection = "ServiceBus")] string message)
        {
            journal.Add("burial failed");
            throw new InvalidOperationException();
        }
    }

    public class SlowFunctions(Journal journal)
    {
        [Function("Slow")]
        public async Task Slow([ServiceBusTrigger("%Queue%", Connection = "ServiceBus")] string message, FunctionContext context)
        {
            var delivery = context.BindingContext.BindingData["DeliveryCount"];
            journal.Add($"{delivery}: began");
            await Task.Delay(TimeSpan.FromSeconds(3));
            journal.Add($"{delivery}: done after three locks");
        }
    }

    public class CountingFunctions(Journal journal)
    {
        private static int _running;

        [Function("Count")]
        public async Task Count([ServiceBusTrigger("%Queue%", Connection = "ServiceBus")] string message)
        {
            var running = Interlocked.Increment(ref _running);
            await Task.Delay(200);
            journal.Add(running.ToString(CultureInfo.InvariantCulture));
            Interlocked.Decrement(ref _running);
        }
    }
}
