using System.Text.Json.Nodes;
using Hub.LocalProcesses;

namespace Hub.Functions.Tests;

/// <summary>
/// What the build tells Azure's host of the functions. The host refuses a function that breaks one of these rules, and says so in a log
/// only, after deployment.
/// </summary>
public sealed class MetadataTests
{
    private static readonly string[] Reserved = ["admin", "runtime"];

    private static readonly JsonArray Functions = JsonNode.Parse(File.ReadAllText(Repository.PathTo(
        "functions", "Hub.Functions", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0",
        "functions.metadata")))!.AsArray();

    [Fact]
    public void It_has_every_function_once() => Assert.Equal(
        FunctionMethods.All.Select(f => f.Name).Order(StringComparer.OrdinalIgnoreCase),
        Functions.Select(f => Name(f)).Order(StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void No_two_bindings_of_a_function_have_one_name_whatever_their_case() => Assert.All(Functions, function =>
        Assert.Distinct(Bindings(function).Select(b => (string)b["name"]!), StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void No_two_functions_answer_the_same_method_of_the_same_route() => Assert.Distinct(
        Http.SelectMany(h => h.Methods.Select(m => $"{m} {WithoutNames(h.Route)}")), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void No_route_is_one_that_the_host_keeps_for_itself() => Assert.All(Http, h =>
    {
        Assert.NotEqual("", h.Route.Trim('/'));
        Assert.DoesNotContain(Reserved, r => h.Route.TrimStart('/').StartsWith(r, StringComparison.OrdinalIgnoreCase));
    });

    [Fact]
    public void Nothing_is_written_by_an_output_binding() => Assert.All(
        Functions.SelectMany(f => Bindings(f)).Where(b => (string)b["direction"]! == "Out"),
        b => Assert.Equal("http", (string)b["type"]!));

    private static IEnumerable<(string Route, IEnumerable<string> Methods)> Http =>
        from function in Functions
        from binding in Bindings(function)
        where (string)binding["type"]! == "httpTrigger"
        select ((string)binding["route"]!, binding["methods"]!.AsArray().Select(m => (string)m!));

    // Stricter than the host, which tells routes apart by their text: of two routes of one shape it would choose one by itself.
    private static string WithoutNames(string route) => string.Join('/', route.Split('/').Select(part => part switch
    {
        ['{', '*', ..] => "{*}",
        ['{', ..] => "{}",
        _ => part,
    }));

    private static string Name(JsonNode? function) => (string)function!["name"]!;

    private static IEnumerable<JsonNode> Bindings(JsonNode? function) => function!["bindings"]!.AsArray().Select(b => b!);
}
