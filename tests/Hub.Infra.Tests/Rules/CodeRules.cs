using System.Text.Json.Nodes;
using Hub.Deploy.Reading;

namespace Hub.Infra.Tests.Rules;

/// <summary>What is made is what the code and the catalogues know, and nothing else.</summary>
internal static class CodeRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        List("Hub.Queues.Catalogue", "queues", () => CodeFacts.Rows("queues.md").Where(q => !q.Contains('/', StringComparison.Ordinal))),
        List("Hub.Queues.Read", "queues", () => CodeFacts.QueuesRead),
        List("Hub.Queues.Written", "queues", () => CodeFacts.QueuesWritten),
        List("Hub.Queues.DeadLettersRead", "queues", () => CodeFacts.DeadLettersRead),
        List("Hub.Tables.Code", "tables", () => CodeFacts.Tables),
        Containers("Hub.Containers.Code", _ => true, () => CodeFacts.Containers),
        Containers("Hub.Containers.Kept", c => (bool?)c["kept"] == true, () => ["originals"]),
        new(
            "Hub.Settings.Code", "var settings = { Nobody__Reads: 'it' }",
            t => Differences("settings", SettingsSet(t), CodeFacts.Settings)),
        new(
            "Hub.Alerts.Said", "var sayings = [{ name: 'never', phrase: 'is never said' }]",
            t => Items(t, "sayings").Where(s => !Saying.All.Any(said => said.Contains((string)s["phrase"]!, StringComparison.Ordinal)))
                .Select(s => new Finding("sayings", $"nothing logs '{s["phrase"]}'"))),
    ];

    /// <summary>The settings of the function app.</summary>
    public static IEnumerable<string> SettingsSet(Template template) => template.Files.SelectMany(f => f.Variables)
        .Where(v => v.Symbol.EndsWith("ettings", StringComparison.Ordinal) || v.Symbol.EndsWith("Setting", StringComparison.Ordinal))
        .SelectMany(v => ((JsonObject)v.Value!).Select(s => s.Key));

    /// <summary>The objects of an array that a variable names.</summary>
    public static IEnumerable<JsonObject> Items(Template template, string variable) => Elements(template, variable).Cast<JsonObject>();

    private static Rule List(string name, string variable, Func<IEnumerable<string>> known) => new(
        name, $"var {variable} = ['nobodysOwn']", t => Differences(variable, Elements(t, variable).Select(e => (string)e!), known()));

    private static Rule Containers(string name, Func<JsonObject, bool> which, Func<IEnumerable<string>> known) => new(
        name, "var containers = [{ name: 'nobodysOwn', kept: true }]",
        t => Differences("containers", Items(t, "containers").Where(which).Select(c => (string)c["name"]!), known()));

    private static IEnumerable<JsonNode?> Elements(Template template, string variable) =>
        template.Files.SelectMany(f => f.Variables).Where(v => v.Symbol == variable).SelectMany(v => (JsonArray)v.Value!);

    private static IEnumerable<Finding> Differences(string what, IEnumerable<string> made, IEnumerable<string> known) =>
        made.Except(known).Select(m => new Finding(what, $"{m} is made and nobody knows it"))
            .Concat(known.Except(made).Select(k => new Finding(what, $"{k} is known and not made")));
}
