using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Messaging.ServiceBus;
using Hub.LocalProcesses;

namespace Hub.Host.Tests.Conformance;

[Collection(HostCollection.Name)]
public sealed class QueueTests(HostUnderTest host)
{
    [Fact]
    public async Task A_function_gets_the_body_as_text_and_what_is_known_of_the_message()
    {
        var id = NewId();
        await host.Send("describe", new ServiceBusMessage($"été {id}")
        {
            MessageId = id,
            ContentType = "text/plain",
            CorrelationId = "correlated",
            Subject = "subject",
        });

        var (body, data) = await Described(id);

        Assert.Equal($"été {id}", body);
        Assert.Equal(id, data.GetProperty("MessageId").GetString());
        Assert.Equal("text/plain", data.GetProperty("ContentType").GetString());
        Assert.Equal("correlated", data.GetProperty("CorrelationId").GetString());
        Assert.Equal("subject", data.GetProperty("Subject").GetString());
        Assert.Equal("subject", data.GetProperty("Label").GetString());
        Assert.Equal("1", data.GetProperty("DeliveryCount").ToString());
        Assert.Matches("^[1-9][0-9]*$", data.GetProperty("SequenceNumber").ToString());
        Assert.True(Guid.TryParse(data.GetProperty("LockToken").GetString(), out _));
        Assert.False(data.TryGetProperty("DeadLetterSource", out _));
    }

    [Fact]
    public async Task Times_and_properties_come_as_JSON()
    {
        var id = NewId();
        await host.Send("describe", new ServiceBusMessage(id)
        {
            ApplicationProperties = { ["word"] = "one", ["number"] = 7, ["yes"] = true },
        });

        var (_, data) = await Described(id);

        foreach (var name in (string[])["ApplicationProperties", "UserProperties"])
        {
            using var properties = JsonDocument.Parse(data.GetProperty(name).GetString()!);
            Assert.Equal("one", properties.RootElement.GetProperty("word").GetString());
            Assert.Equal(7, properties.RootElement.GetProperty("number").GetInt32());
            Assert.True(properties.RootElement.GetProperty("yes").GetBoolean());
        }
        var time = JsonSerializer.Deserialize<DateTime>(data.GetProperty("EnqueuedTimeUtc").GetString()!);
        Assert.InRange(time, DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow.AddMinutes(5));
    }

    [Fact]
    public async Task A_function_that_throws_gets_the_message_again_at_once_until_it_is_a_dead_letter()
    {
        var id = NewId();
        await host.Send("failing", new ServiceBusMessage(id) { MessageId = id });

        var (_, data) = await Described(id);

        Assert.Equal(4, Regex.Count(host.Log, $"Failing {id}, delivery"));
        Assert.Equal("failing", data.GetProperty("DeadLetterSource").GetString());
        Assert.Equal(id, data.GetProperty("MessageId").GetString());
        using var properties = JsonDocument.Parse(data.GetProperty("ApplicationProperties").GetString()!);
        Assert.Equal("MaxDeliveryCountExceeded", properties.RootElement.GetProperty("DeadLetterReason").GetString());
        var words = properties.RootElement.GetProperty("DeadLetterErrorDescription").GetString();
        Assert.DoesNotContain("Refused on purpose", words, StringComparison.Ordinal);
        Assert.False(data.TryGetProperty("DeadLetterReason", out _));
    }

    [Fact]
    public async Task Each_text_of_a_list_becomes_a_message()
    {
        var id = NewId();
        await host.Send("split", new ServiceBusMessage($"{id}-one {id}-two {id}-three"));

        foreach (var word in (string[])["one", "two", "three"])
            await host.Take("parts", body => body == $"{id}-{word}");
    }

    [Fact]
    public async Task As_many_messages_run_at_once_as_host_json_says()
    {
        var id = NewId();
        for (var i = 0; i < 20; i++)
            await host.Send("held", new ServiceBusMessage(id));
        await Eventually.True(() => Holding(id) == 16, "16 messages are in hand", HostUnderTest.Patience);

        (await host.Open(id)).Dispose();

        await Eventually.True(() => Regex.Count(host.Log, $"Released {id}") == 20, "all 20 are done", HostUnderTest.Patience);
        Assert.Equal(20, Holding(id));
    }

    [Fact]
    public async Task The_lock_of_a_message_is_renewed_while_the_function_runs()
    {
        var id = NewId();
        await host.Send("held", new ServiceBusMessage(id));
        await host.Logged($"Holding {id}, delivery 1");
        var locked = DateTime.UtcNow;

        // The queue's lock lasts ten seconds.
        await Eventually.True(() => DateTime.UtcNow - locked > TimeSpan.FromSeconds(13), "more than a lock's time passes");
        (await host.Open(id)).Dispose();

        await host.Logged($"Released {id}");
        Assert.Equal(1, Holding(id));
    }

    private static string NewId() => Guid.NewGuid().ToString("N");

    private int Holding(string id) => Regex.Count(host.Log, $"Holding {id}, delivery");

    private async Task<(string Body, JsonElement Data)> Described(string id)
    {
        var message = await host.Take("described", body => body.Contains(id, StringComparison.Ordinal));
        var json = JsonDocument.Parse(message.Body.ToString()).RootElement;
        return (json.GetProperty("Body").GetString()!, json.GetProperty("Data"));
    }
}
