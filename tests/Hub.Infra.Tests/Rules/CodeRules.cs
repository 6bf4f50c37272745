using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Deploy.Planning;

namespace Hub.Infra.Tests.Rules;

/// <summary>What is made is what the code and the catalogues know, and nothing else.</summary>
internal static partial class CodeRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Made("Hub.Queues.Catalogue", Types.Queue, () => CodeFacts.Rows("queues.md")),
        Made("Hub.Queues.Read", Types.Queue, () => CodeFacts.QueuesRead),
        Made("Hub.Tables.Code", Types.Table, () => CodeFacts.Tables),
        // The functions' host has a container of its own for packages.
        Made("Hub.Containers.Code", Types.Container, () => CodeFacts.Containers.Append("packages")),
        new("Hub.Queues.Forwarding", Deployment.Of(Types.Queue, "{'properties':{'forwardDeadLetteredMessagesTo':'nowhere'}}"), Forwarding),
        new("Hub.Queues.OneAfterTheOther", Deployment.OfTemplate("{'resources':{'queue':{'type':'" + Types.Queue + "'}}}"), AllAtOnce),
        new(
            "Hub.Settings.Code", Deployment.Of(Types.SiteConfig, "{'name':'app/appsettings','properties':{'Nobody__Reads':'it'}}"),
            d => Differences("settings", d.Settings.Select(s => s.Key), CodeFacts.Settings)),
        Rule.Each(
            "Hub.Alerts.Said", Types.LogAlert, r => Phrases(r).All(IsSaid), "nothing logs the words that it looks for",
            "{'properties':{'criteria':{'allOf':[{'query':'AppTraces | where Message contains ~is never said~'}]}}}"),
    ];

    private static Rule Made(string name, string type, Func<IEnumerable<string>> known) => new(
        name, Deployment.Of(type, "{'name':'nobodysOwn'}"), d => Differences(type, d.All(type).Select(r => r.ShortName), known()));

    // A queue that forwards can be made only when the one that it forwards to is there; and that one keeps what nobody took.
    private static IEnumerable<Finding> Forwarding(Deployment deployment)
    {
        var made = new Dictionary<string, Resource>();
        foreach (var queue in deployment.All(Types.Queue))
        {
            if (queue.Text("properties/forwardDeadLetteredMessagesTo") is { } to)
            {
                if (!made.TryGetValue(to, out var target))
                    yield return new(deployment.Place(queue), $"{to} must be made before it");
                else if (!Rule.Has(target, "properties/deadLetteringOnMessageExpiration", true))
                    yield return new(deployment.Place(target), "what expires in it must stay as a dead letter");
            }
            made[queue.ShortName] = queue;
        }
        if (made.Values.Count(q => q.Text("properties/forwardDeadLetteredMessagesTo") is null) != 1)
            yield return new(Types.Queue, "all queues but one must forward their dead letters");
    }

    private static IEnumerable<Finding> AllAtOnce(Deployment deployment) =>
        from template in deployment.Templates
        from queue in template["resources"] as JsonObject ?? []
        where ((string?)queue.Value!["type"])?.Split('@')[0] == Types.Queue && queue.Value["existing"] is null
            && (string?)queue.Value["copy"]?["mode"] != "serial"
        select new Finding(queue.Key, "queues must be made one after the other");

    private static bool IsSaid(string phrase) => Saying.All.Any(said => said.Contains(phrase, StringComparison.Ordinal));

    private static IEnumerable<string> Phrases(Resource alert) => alert.Objects("properties/criteria/allOf")
        .SelectMany(c => Contains().Matches($"{c["query"]}")).Select(m => m.Groups[1].Value);

    private static IEnumerable<Finding> Differences(string what, IEnumerable<string> made, IEnumerable<string> known) =>
        made.Except(known).Select(m => new Finding(what, $"{m} is made and nobody knows it"))
            .Concat(known.Except(made).Select(k => new Finding(what, $"{k} is known and not made")));

    [GeneratedRegex("""Message contains ["~]([^"~]+)["~]""")]
    private static partial Regex Contains();
}
