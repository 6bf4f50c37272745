using Hub.Broker.Catalogue;
using Hub.LocalProcesses;

namespace Hub.Broker.Tests;

public sealed class CatalogueTests
{
    [Fact]
    public void The_hubs_own_catalogue_is_understood()
    {
        var queues = QueueCatalogue.Read(Repository.PathTo("infra", "queues.json"));

        var notices = Assert.Single(queues, q => q.Name == "notices");
        Assert.Equal(
            (TimeSpan.FromMinutes(1), 10, TimeSpan.FromHours(1), "failures"),
            (notices.LockDuration, notices.MaxDeliveryCount, notices.DefaultMessageTimeToLive, notices.ForwardDeadLetteredMessagesTo));
        Assert.Null(Assert.Single(queues, q => q.Name == "failures").ForwardDeadLetteredMessagesTo);
    }

    [Fact]
    public void What_a_queue_does_not_say_is_as_in_Azure()
    {
        var queue = Assert.Single(QueueCatalogue.Parse("""{ "queues": [{ "name": "a" }] }"""));

        Assert.Equal(
            (TimeSpan.FromMinutes(1), 10, TimeSpan.MaxValue, null),
            (queue.LockDuration, queue.MaxDeliveryCount, queue.DefaultMessageTimeToLive, queue.ForwardDeadLetteredMessagesTo));
    }

    [Theory]
    [InlineData("""[]""", "an object with a list 'queues' is wanted")]
    [InlineData("""{ "queues": {} }""", "an object with a list 'queues' is wanted")]
    [InlineData("""{ "queues": [] }""", "there is no queue in it")]
    [InlineData("""{ "queues": ["a"] }""", "\"a\" is not a queue")]
    [InlineData("""{ "queues": [{}] }""", "'' is no name of a queue")]
    [InlineData("""{ "queues": [{ "name": 1 }] }""", "'' is no name of a queue")]
    [InlineData("""{ "queues": [{ "name": "a/b" }] }""", "'a/b' is no name of a queue")]
    [InlineData("""{ "queues": [{ "name": "a" }, { "name": "A" }] }""", "queue 'a' is there 2 times")]
    public void A_catalogue_that_is_no_list_of_queues_is_refused(string json, string problem) => IsRefused(json, problem);

    [Theory]
    [InlineData("requiresSession", "true", "queue 'a' has a property 'requiresSession' that this broker does not know")]
    [InlineData("lockDuration", "\"1 minute\"", "lockDuration \"1 minute\": an ISO 8601 duration above zero")]
    [InlineData("lockDuration", "\"PT0S\"", "lockDuration \"PT0S\": an ISO 8601 duration above zero")]
    [InlineData("lockDuration", "60", "lockDuration 60: an ISO 8601 duration above zero")]
    [InlineData("maxDeliveryCount", "0", "maxDeliveryCount 0: a number above zero")]
    [InlineData("maxDeliveryCount", "\"10\"", "maxDeliveryCount \"10\": a number above zero")]
    [InlineData("forwardDeadLetteredMessagesTo", "1", "forwardDeadLetteredMessagesTo 1: the name of a queue")]
    [InlineData("forwardDeadLetteredMessagesTo", "\"b\"", "to 'b', which is not there")]
    [InlineData("forwardDeadLetteredMessagesTo", "\"a\"", "to 'a', which forwards them to 'a': let it keep them")]
    public void A_property_that_is_not_understood_is_refused_with_its_queue(string property, string value, string problem) =>
        IsRefused($$"""{ "queues": [{ "name": "a", "{{property}}": {{value}} }] }""", problem);

    [Fact]
    public void A_catalogue_that_is_no_JSON_is_refused_with_its_path()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "{ queues");

        var error = Assert.Throws<FormatException>(() => QueueCatalogue.Read(path));

        Assert.StartsWith($"The queue catalogue {path}: ", error.Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    private static void IsRefused(string json, string problem) =>
        Assert.Contains(problem, Assert.Throws<FormatException>(() => QueueCatalogue.Parse(json)).Message, StringComparison.Ordinal);
}
