using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Infra.Tests.Rules;
using Hub.LocalProcesses;

namespace Hub.Infra.Tests;

/// <summary>What Bicep makes is what the code and the catalogues know, and nothing else.</summary>
public sealed partial class ConsistencyTests
{
    [Fact]
    public void Every_queue_of_the_list_is_read_by_a_function_and_every_function_reads_one_of_them() => Assert.Equal(
        Sorted(CodeFacts.QueuesRead), Sorted(Json("queues.json")["queues"]!.AsArray().Select(q => (string)q!["name"]!)));

    [Fact]
    public void Every_queue_says_what_a_message_in_it_is() => Assert.All(
        Json("queues.json")["queues"]!.AsArray(), q => Assert.NotEmpty((string)q!["holds"]!));

    [Fact]
    public void Every_container_is_in_the_catalogue() => Assert.All(
        CodeFacts.Containers, c => Assert.Contains($"| `{c}` |", Document("storage.md"), StringComparison.Ordinal));

    [Fact]
    public void A_message_is_given_up_after_as_many_deliveries_as_the_catalogue_says()
    {
        Assert.All(Infra.Pilot.All(Types.Queue), q => Assert.True(Rule.Has(q, "properties/maxDeliveryCount", 10)));
        Assert.Contains("ten times at most", Document("queues.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_sizes_say_the_same_things_and_all_of_them_matter()
    {
        var sizes = Json("sizes.json");
        Assert.Equal(["pilot", "production"], sizes.Select(s => s.Key));
        var keys = sizes["pilot"]!.AsObject().Select(s => s.Key).ToList();
        Assert.Equal(keys, sizes["production"]!.AsObject().Select(s => s.Key));
        Assert.All(keys, k => Assert.Contains($"chosen.{k}", Infra.Main, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_parameter_of_main_is_handed_over_and_described()
    {
        var given = Given().Matches(Infra.Files["main.bicepparam"]);
        Assert.Equal(Parameter().Matches(Infra.Main).Select(m => m.Groups[1].Value), given.Select(m => m.Groups["parameter"].Value));
        Assert.All(given, g => Assert.Contains($"`{g.Groups["setting"].Value}`", Document("deploy.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_abbreviation_names_something() => Assert.All(
        Json("abbreviations.json").Select(a => a.Key),
        a => Assert.Contains(Infra.Files.Values, text => text.Contains($"names.{a}", StringComparison.Ordinal)));

    [Fact]
    public void Every_module_is_used() => Assert.Equal(
        Sorted(Infra.Files.Keys.Where(f => f.StartsWith("modules/", StringComparison.Ordinal))),
        Sorted(Module().Matches(Infra.Main).Select(m => m.Groups[1].Value)));

    private static JsonObject Json(string name) => (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(Infra.Folder, name)))!;

    private static string Document(string name) => File.ReadAllText(Repository.PathTo("docs", name));

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^param (\w+) ", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^param (?<parameter>\w+) = .*readEnvironmentVariable\('(?<setting>\w+)'", RegexOptions.Multiline)]
    private static partial Regex Given();

    [GeneratedRegex(@"^module \w+ '([^']+)'", RegexOptions.Multiline)]
    private static partial Regex Module();
}
