using System.Reflection;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Hub.Azure.Tables;
using Hub.Functions;
using Hub.Infra.Tests.Reading;
using Hub.Testing;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Infra.Tests;

/// <summary>What Bicep makes is what the code and the catalogues know, and nothing else.</summary>
public sealed class ConsistencyTests
{
    private const string DeadLetters = "/$deadletterqueue";

    private static readonly Type[] Functions = typeof(WakeUps).Assembly.GetTypes();

    [Fact]
    public void Every_queue_is_made_read_written_and_in_the_catalogue()
    {
        var made = Sorted(List("queues"));
        Assert.Equal(made, Sorted(Rows("queues.md").Where(q => !q.EndsWith(DeadLetters, StringComparison.Ordinal))));
        Assert.Equal(made, Sorted(Read().Where(q => !q.EndsWith(DeadLetters, StringComparison.Ordinal))));
        Assert.Equal(made, Sorted(Written()));
    }

    [Fact]
    public void The_dead_letters_of_every_queue_are_read() => Assert.Equal(
        Sorted(List("queues")),
        Sorted(Read().Where(q => q.EndsWith(DeadLetters, StringComparison.Ordinal)).Select(q => q[..^DeadLetters.Length])));

    [Fact]
    public void Every_table_of_the_code_is_made()
    {
        var tables = new HubTables(new TableServiceClient("UseDevelopmentStorage=true"));
        var names = typeof(HubTables).GetProperties().Select(p => p.GetValue(tables)).OfType<TableClient>().Select(t => t.Name);
        Assert.Equal(Sorted(names), Sorted(List("tables")));
    }

    [Fact]
    public void Every_container_of_the_code_is_made_and_in_the_catalogue()
    {
        var made = Sorted(Containers().Select(c => (string)c["name"]!));
        var known = from type in typeof(HubTables).Assembly.GetTypes()
                    from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
                    where field.IsLiteral && field.Name.EndsWith("Container", StringComparison.Ordinal)
                    select (string)field.GetRawConstantValue()!;
        Assert.Equal(Sorted(known), made);
        Assert.All(made, c => Assert.Contains($"| `{c}` |", Document("storage.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void Originals_are_kept_and_pages_can_change() =>
        Assert.Equal((true, false), (IsKept("originals"), IsKept("$web")));

    [Fact]
    public void A_message_is_given_up_after_as_many_deliveries_as_the_catalogue_says()
    {
        var queue = Assert.Single(Templates.Infra.All(Rules.Types.Queue));
        Assert.True(queue.Is("properties/maxDeliveryCount", 10));
        Assert.Contains("ten times at most", Document("queues.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_sizes_say_the_same_things_and_all_of_them_matter()
    {
        var sizes = Json("sizes.json");
        Assert.Equal(["pilot", "production"], sizes.Select(s => s.Key));
        var keys = sizes["pilot"]!.AsObject().Select(s => s.Key).ToList();
        Assert.Equal(keys, sizes["production"]!.AsObject().Select(s => s.Key));
        Assert.All(keys, k => Assert.Contains($"chosen.{k}", Templates.Main.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_parameter_of_main_is_handed_over_and_described()
    {
        var parameters = Json("main.parameters.json")["parameters"]!.AsObject();
        Assert.Equal(Templates.Main.Params.Select(p => p.Symbol), parameters.Select(p => p.Key));
        var variables = parameters.Select(p => ((string)p.Value!["value"]!)[2..^1].Split('=')[0]);
        Assert.All(variables, v => Assert.Contains($"`{v}`", Document("deploy.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_abbreviation_names_something() => Assert.All(
        Json("abbreviations.json").Select(a => a.Key),
        a => Assert.Contains(Templates.Infra.Files, f => f.Text.Contains($"names.{a}", StringComparison.Ordinal)));

    [Fact]
    public void Every_module_is_used_and_given_what_it_asks_for()
    {
        var used = Templates.Infra.Modules.ToList();
        var modules = Templates.Infra.Files.Select(f => f.Name).Where(n => n != "main.bicep");
        Assert.Equal(Sorted(modules), Sorted(used.Select(m => m.Declaration.Path!).Distinct()));
        Assert.All(used, m =>
        {
            var given = m.Content["params"]!.AsObject().Select(p => p.Key).ToHashSet();
            var asked = Templates.Infra.Target(m.File, m.Declaration.Path!)!.Params;
            Assert.Superset(given, asked.Select(p => p.Symbol).ToHashSet());
            Assert.Subset(given, asked.Where(p => !p.Optional).Select(p => p.Symbol).ToHashSet());
        });
    }

    [Fact]
    public void Every_value_that_a_module_is_given_is_allowed()
    {
        var limited = from body in Templates.Infra.Resources
                      from parameter in body.File.Params
                      where parameter.Decorators["allowed"] is JsonArray
                      from given in Values.Given(body, parameter)
                      select (Parameter: parameter, Given: given?.ToJsonString());
        Assert.NotEmpty(limited);
        Assert.All(limited, l => Assert.Contains(l.Given, ((JsonArray)l.Parameter.Decorators["allowed"]!).Select(a => a!.ToJsonString())));
    }

    [Fact]
    public void Every_type_that_a_rule_is_about_is_there() => Assert.All(
        typeof(Rules.Types).GetFields().Select(f => (string)f.GetRawConstantValue()!), type => Assert.NotEmpty(Templates.Infra.All(type)));

    private static IEnumerable<string> Read() =>
        from type in Functions from method in type.GetMethods() from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<ServiceBusTriggerAttribute>()
        where trigger is not null
        select trigger.QueueName;

    private static IEnumerable<string> Written() => (
        from type in Functions from property in type.GetProperties()
        let output = property.GetCustomAttribute<ServiceBusOutputAttribute>()
        where output is not null
        select output.QueueOrTopicName).Distinct();

    private static IEnumerable<string> List(string variable) => ((JsonArray)Variable(variable)).Select(q => (string)q!);

    private static IEnumerable<JsonObject> Containers() => ((JsonArray)Variable("containers")).Select(c => (JsonObject)c!);

    private static bool IsKept(string container) => (bool)Containers().Single(c => (string?)c["name"] == container)["kept"]!;

    private static JsonNode Variable(string name) => Templates.Main.Variables.Single(v => v.Symbol == name).Value!;

    private static JsonObject Json(string name) => (JsonObject)JsonNode.Parse(File.ReadAllText(Repository.PathTo("infra", name)))!;

    private static string Document(string name) => File.ReadAllText(Repository.PathTo("docs", name));

    private static IEnumerable<string> Rows(string document) =>
        Document(document).Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1]);

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);
}
