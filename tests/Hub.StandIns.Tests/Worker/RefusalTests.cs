using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.StandIns.Tests.Worker;

public class RefusalTests
{
    private static readonly Dictionary<string, string?> Development = new()
    {
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        ["ServiceBus"] = "UseDevelopmentStorage=true",
    };

    [Fact]
    public void A_level_that_needs_a_key_is_refused()
    {
        var refusal = TestApp.Refusal(typeof(Keyed));
        Assert.Contains("'ByDefault' asks for AuthorizationLevel.Function", refusal, StringComparison.Ordinal);
        Assert.Contains("'ByAdmin' asks for AuthorizationLevel.Admin", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_bound_or_returned_is_named()
    {
        var refusal = TestApp.Refusal(typeof(Unbindable), Development);
        Assert.Contains("'Stranger': nothing can fill parameter 'Uri stranger'", refusal, StringComparison.Ordinal);
        Assert.Contains("'Untriggered' has no trigger", refusal, StringComparison.Ordinal);
        Assert.Contains("'Bytes': parameter 'message' is a Byte[]", refusal, StringComparison.Ordinal);
        Assert.Contains("'Nowhere' returns Int32", refusal, StringComparison.Ordinal);
        Assert.Contains("'Topical': output 'news' is a topic", refusal, StringComparison.Ordinal);
        Assert.Contains("'Twice' is there 2 times", refusal, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Endpoint=sb://hub.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=b", "is not a storage connection string")]
    [InlineData(null, "there is no such setting")]
    public void A_connection_that_is_not_storage_is_refused(string? connection, string reason)
    {
        var refusal = TestApp.Refusal(
            typeof(Queued), new() { ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true", ["ServiceBus"] = connection });
        Assert.Contains($"Function 'Reader'", refusal, StringComparison.Ordinal);
        Assert.Contains("'ServiceBus'", refusal, StringComparison.Ordinal);
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_namespace_named_for_Entra_is_refused()
    {
        var refusal = TestApp.Refusal(typeof(Queued), new()
        {
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            ["ServiceBus:fullyQualifiedNamespace"] = "hub.servicebus.windows.net",
        });
        Assert.Contains("cannot speak to Service Bus", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Storage_that_is_not_named_is_missed_at_the_start() => Assert.Contains(
        "AzureWebJobsStorage is missing",
        TestApp.Refusal(typeof(Queued), new() { ["ServiceBus"] = "UseDevelopmentStorage=true" }),
        StringComparison.Ordinal);

    [Fact]
    public void Two_functions_do_not_share_a_queue() =>
        Assert.Contains("would take messages of queue 'shared' from each other", TestApp.Refusal(typeof(Sharing), Development),
            StringComparison.Ordinal);

    [Fact]
    public void A_queue_name_that_storage_would_bend_is_refused() =>
        Assert.Contains("queue 'with.dots' cannot be a storage queue", TestApp.Refusal(typeof(Misnamed), Development),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("StandIn:LockDuration", "60")]
    [InlineData("StandIn:LockDuration", "00:10:00")]
    [InlineData("StandIn:MaxDeliveryCount", "none")]
    public void A_setting_of_the_queues_that_makes_no_sense_is_named(string name, string value) =>
        Assert.Contains($"Setting {name} is '{value}'", TestApp.Refusal(typeof(Queued), new(Development) { [name] = value }),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("every day")]
    [InlineData("00:05:00")]
    public void A_schedule_that_is_none_is_refused(string schedule) => Assert.Contains(
        $"'{schedule}' is not a cron expression", TestApp.Refusal(typeof(Timed), new(Development) { ["Schedule"] = schedule }),
            StringComparison.Ordinal);

    [Fact]
    public void A_schedule_whose_setting_is_missing_is_refused() =>
        Assert.Contains("'Tick' names %Schedule%", TestApp.Refusal(typeof(Timed), Development), StringComparison.Ordinal);

    public static class Timed
    {
        [Function("Tick")]
        public static void Tick([TimerTrigger("%Schedule%")] TimerInfo timer)
        {
        }
    }

    public static class Keyed
    {
        [Function("ByDefault")]
        public static IActionResult ByDefault([HttpTrigger] HttpRequest request) => new OkResult();

        [Function("ByAdmin")]
        public static IActionResult ByAdmin([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request) => new OkResult();
    }

    public static class Unbindable
    {
        [Function("Stranger")]
        public static IActionResult Stranger([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, Uri stranger) =>
            new OkResult();

        [Function("Untriggered")]
        public static void Untriggered()
        {
        }

        [Function("Bytes")]
        public static void Bytes([ServiceBusTrigger("bytes", Connection = "ServiceBus")] byte[] message)
        {
        }

        [Function("Nowhere")]
        public static int Nowhere([ServiceBusTrigger("numbers", Connection = "ServiceBus")] string message) => 1;

        [Function("Topical")]
        [ServiceBusOutput("news", ServiceBusEntityType.Topic, Connection = "ServiceBus")]
        public static string Topical([ServiceBusTrigger("topical", Connection = "ServiceBus")] string message) => message;

        [Function("Twice")]
        public static void Once([ServiceBusTrigger("once", Connection = "ServiceBus")] string message)
        {
        }

        [Function("twice")]
        public static void Twice([ServiceBusTrigger("twice", Connection = "ServiceBus")] string message)
        {
        }
    }

    public static class Queued
    {
        [Function("Reader")]
        public static void Reader([ServiceBusTrigger("read", Connection = "ServiceBus")] string message)
        {
        }
    }

    public static class Sharing
    {
        [Function("One")]
        public static void One([ServiceBusTrigger("shared", Connection = "ServiceBus")] string message)
        {
        }

        [Function("Other")]
        public static void Other([ServiceBusTrigger("Shared", Connection = "ServiceBus")] string message)
        {
        }
    }

    public static class Misnamed
    {
        [Function("Dots")]
        public static void Dots([ServiceBusTrigger("with.dots", Connection = "ServiceBus")] string message)
        {
        }
    }
}
