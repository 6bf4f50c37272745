using System.Text.Json.Nodes;
using Hub.Deploy.Reading;
using Hub.Testing;

namespace Hub.Infra.Tests;

/// <summary>What Bicep makes is what the code and the catalogues know, and nothing else.</summary>
public sealed class ConsistencyTests
{
    [Fact]
    public void Every_container_is_in_the_catalogue() => Assert.All(
        CodeFacts.Containers, c => Assert.Contains($"| `{c}` |", Document("storage.md"), StringComparison.Ordinal));

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

    private static JsonObject Json(string name) => (JsonObject)JsonNode.Parse(File.ReadAllText(Repository.PathTo("infra", name)))!;

    private static string Document(string name) => File.ReadAllText(Repository.PathTo("docs", name));

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);
}
