using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Azure.Bus;
using Hub.Functions.Setup;
using Hub.LocalProcesses;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Hub.Functions.Tests;

public class CatalogueTests
{
    [Fact]
    public void The_page_of_queues_has_every_queue_with_what_it_holds_and_the_functions_that_read_it()
    {
        var page = Rows("queues.md").ToDictionary(r => r[0].Trim('`'), r => (Holds: r[1], ReadBy: r[2]));
        var read = FunctionMethods.Triggered<ServiceBusTriggerAttribute>().ToList();
        Assert.Equal(Sorted(read.Select(f => f.Trigger.QueueName!)), Sorted(page.Keys));
        Assert.All(read, f => Assert.Contains(f.Name, page[f.Trigger.QueueName!].ReadBy, StringComparison.Ordinal));
        Assert.Equal(Catalogue().ToDictionary(q => q.Name, q => q.Holds), page.ToDictionary(q => q.Key, q => q.Value.Holds));
    }

    [Fact]
    public void Whoever_is_said_to_write_to_a_queue_is_a_function_of_the_hub_or_stands_outside_it()
    {
        var writers = Rows("queues.md").SelectMany(r => Regex.Matches(r[3], @"\b(?!Event Grid)(?<!Event )[A-Z][A-Za-z]+"));
        Assert.Empty(writers.Select(w => w.Value).Except(FunctionMethods.All.Select(f => f.Name)));
        Assert.All(Rows("queues.md"), r => Assert.NotEmpty(r[3]));
    }

    [Fact]
    public void Every_wake_up_goes_to_a_queue_of_its_own_and_comes_back_from_it()
    {
        var queues = Queues.Of(WakeUps.None).Select(q => q.Queue).ToList();
        Assert.Equal(Sorted(Catalogue().Select(q => q.Name)), Sorted(queues.Append(Queues.Failures)));
        Assert.All(queues, queue =>
        {
            var (only, bodies) = Assert.Single(Queues.Of(Queues.WakeUp(queue, "id")), q => q.Bodies.Count > 0);
            Assert.Equal((queue, "id"), (only, Assert.Single(bodies)));
        });
    }

    [Fact]
    public void The_event_catalogue_has_every_event_type() =>
        Assert.Equal(
            Codes.All<EventType>(),
            Rows("events.md").Select(r => r[0].Trim('`')).Where(c => c.StartsWith("directory.", StringComparison.Ordinal)));

    [Fact]
    public void The_page_of_problems_is_what_the_texts_say()
    {
        var page = Repository.PathTo("docs", "problems.md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(page, Problems());
        Assert.Equal(Problems(), File.ReadAllText(page));
    }

    [Fact]
    public void The_receivers_are_told_the_ladder_of_the_code()
    {
        string[] told = ["5 seconds", "5 minutes", "30 minutes", "2 hours", "5 hours", "10 hours", "14 hours", "20 hours", "24 hours"];
        Assert.Equal(told, RetryPolicy.Webhooks.Ladder.Select(Words));
        Assert.Contains(
            string.Join(", ", told), File.ReadAllText(Repository.PathTo("docs", "receiving-webhooks.md")).ReplaceLineEndings(" "),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_settings_are_all_the_settings_the_hub_needs()
    {
        var sample = new ConfigurationBuilder().AddJsonFile(Repository.PathTo("local.settings.sample.json")).Build().GetSection("Values");
        var flat = sample.AsEnumerable(makePathsRelative: true)
            .Select(p => KeyValuePair.Create(p.Key.Replace("__", ":", StringComparison.Ordinal), p.Value));
        Assert.Equal(
            ["directory@hub.example"], HubSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(flat).Build()).SenderMailboxes);
    }

    [Fact]
    public void Settings_that_are_missing_are_named_all_at_once()
    {
        var e = Assert.Throws<InvalidOperationException>(() => HubSettings.Read(new ConfigurationBuilder().Build()));
        Assert.All(
            ["Hub__PublicAddress", "Mail__Graph", "Mail__Sender"], name => Assert.Contains(name, e.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64, though it is long enough to be a key of thirty-two bytes")]
    public void A_key_of_links_that_is_none_is_named(string key)
    {
        var settings = new Dictionary<string, string?> { ["Hub:LinkKey"] = key };
        var e = Assert.Throws<InvalidOperationException>(
            () => HubSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        Assert.Contains("Hub__LinkKey is not the base64 of 32 bytes", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_sender_mailboxes_are_listed_with_commas()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Hub:PublicAddress"] = "http://127.0.0.1", ["Mail:Graph"] = "http://127.0.0.1",
            ["Mail:Sender"] = "one@hub.example, two@hub.example,", ["Webhooks:SigningKey"] = "key.pem",
            ["Documents:Translator"] = "http://127.0.0.1",
        };
        var read = HubSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        Assert.Equal(["one@hub.example", "two@hub.example"], read.SenderMailboxes);
    }

    private static string Words(TimeSpan wait) => wait switch
    {
        { TotalMinutes: < 1 } => $"{wait.TotalSeconds} seconds",
        { TotalHours: < 1 } => $"{wait.TotalMinutes} minutes",
        _ => $"{wait.TotalHours} hours",
    };

    private static string Problems()
    {
        var page = new StringBuilder(
            "# Problems\n\nWhat can be wrong with a notice, and how to mend it. `…` stands for what the notice said.\n\n"
            + "| code | what is wrong | how to mend it |\n|---|---|---|\n");
        foreach (var code in Enum.GetValues<ProblemCode>())
        {
            // A code that says one thing to be weighed, and another to be answered, has a row for each.
            var texts = Enum.GetValues<Outcome>().Select(o => ProblemTexts.Of(new(code, "", o, ["…", "…", "…"]), Language.English));
            foreach (var text in texts.Distinct())
                page.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {code} | {text.Title} | {text.Remedy} |\n");
        }
        return page.ToString();
    }

    private static IEnumerable<(string Name, string Holds)> Catalogue() =>
        JsonNode.Parse(File.ReadAllText(Repository.PathTo("infra", "queues.json")))!["queues"]!.AsArray()
            .Select(q => ((string)q!["name"]!, (string)q["holds"]!));

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];

    private static IEnumerable<string[]> Rows(string document) => File.ReadLines(Repository.PathTo("docs", document))
        .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
        .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray());
}
