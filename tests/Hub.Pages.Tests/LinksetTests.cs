using System.Text.Json.Nodes;
using Hub.Register.Log;
using Hub.Register.Networks;

namespace Hub.Pages.Tests;

public sealed class LinksetTests
{
    private static readonly string[] Relations = ["item", "collection", "up", "alternate", "describedby"];

    [Fact]
    public void Its_shape_is_that_of_RFC_9264()
    {
        var root = Assert.IsType<JsonObject>(JsonNode.Parse(Sample.Page("networks/linkset.json")));
        Assert.Equal(["linkset"], root.Select(m => m.Key));
        Assert.All((JsonArray)root["linkset"]!, IsContext);
    }

    [Fact]
    public void A_network_leads_to_each_of_its_members_and_each_member_back()
    {
        var contexts = Contexts();
        foreach (var network in Sample.Networks.All)
            foreach (var member in Sample.Directory().MembersOf(network.Id))
            {
                var (net, state) = (Address($"{network.Id}.html"), Address($"states/{member.State}.html"));
                Assert.Single(Targets(contexts[net], "item"), state);
                Assert.Single(Targets(contexts[state], "collection"), net);
            }
    }

    [Fact]
    public void Every_page_stands_in_it_once_with_its_languages_and_its_data()
    {
        var contexts = Contexts();
        Assert.Equal(2 + Sample.Networks.All.Count + Sample.Directory().StatesWithNetworks().Count(), contexts.Count);
        Assert.All(contexts.Values, c => Assert.Equal(5, Targets(c, "alternate").Count()));
        Assert.Equal("https://directory.example/networks/wacap.json", Targets(contexts[Address("wacap.html")], "describedby").Single());
    }

    [Fact]
    public void An_empty_register_still_gives_a_linkset() =>
        Assert.Equal(2 + Sample.Networks.All.Count, Contexts(Sample.Directory(RegisterSnapshot.Empty)).Count);

    [Fact]
    public void The_links_of_one_page_alone_are_those_it_has_in_the_whole()
    {
        var whole = Contexts()[Address("wacap.html")].ToJsonString();
        Assert.Equal($"[{whole}]", JsonNode.Parse(Sample.Page("networks/wacap.links.json"))!["linkset"]!.ToJsonString());
        Assert.Null(Sample.Pages.Render("networks/nowhere.links.json", Sample.Directory()));
    }

    private static void IsContext(JsonNode? node)
    {
        var context = Assert.IsType<JsonObject>(node);
        Assert.True(Uri.IsWellFormedUriString((string?)context["anchor"], UriKind.Absolute));
        foreach (var (name, targets) in context.Where(m => m.Key != "anchor"))
        {
            Assert.Contains(name, Relations);
            Assert.All(Assert.IsType<JsonArray>(targets), IsTarget);
        }
    }

    private static void IsTarget(JsonNode? node)
    {
        var target = Assert.IsType<JsonObject>(node);
        Assert.Subset(new HashSet<string> { "href", "type", "hreflang", "title*" }, target.Select(m => m.Key).ToHashSet());
        Assert.True(Uri.IsWellFormedUriString((string?)target["href"], UriKind.Absolute));
        Assert.Contains('/', (string)target["type"]!);
        Assert.All((JsonArray?)target["hreflang"] ?? [], tag => Assert.NotEmpty((string)tag!));
        Assert.All((JsonArray?)target["title*"] ?? [], t => Assert.Equal(["value", "language"], ((JsonObject)t!).Select(m => m.Key)));
    }

    private static Dictionary<string, JsonObject> Contexts(NetworkDirectory? directory = null) =>
        ((JsonArray)JsonNode.Parse(Sample.Page("networks/linkset.json", directory))!["linkset"]!)
            .Cast<JsonObject>().ToDictionary(c => (string)c["anchor"]!);

    private static IEnumerable<string> Targets(JsonObject context, string relation) =>
        ((JsonArray)context[relation]!).Select(t => (string)t!["href"]!);

    private static string Address(string page) => $"https://directory.example/networks/en/{page}";
}
