using System.Text.Json.Nodes;
using Hub.Functions.Administration;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Tests;

public class OpenApiTests
{
    private static readonly JsonObject Document = OpenApi.Build();

    [Fact]
    public void Every_http_function_is_an_operation_of_the_contract_and_every_operation_a_function()
    {
        var served = FunctionMethods.Triggered<HttpTriggerAttribute>()
            // HEAD is what GET says without its content (RFC 9110, 9.3.2).
            .SelectMany(f => f.Trigger.Methods!.Where(m => m != "head").Select(m => $"{m} /{Plain(f.Trigger.Route!)} {f.Name}"));
        var promised = from path in (JsonObject)Document["paths"]!
                       from operation in (JsonObject)path.Value!
                       select $"{operation.Key} {path.Key} {operation.Value!["operationId"]}";
        Assert.Equal(served.Order(StringComparer.Ordinal), promised.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_parameter_in_a_path_is_described()
    {
        foreach (var (path, operations) in (JsonObject)Document["paths"]!)
            foreach (var (_, operation) in (JsonObject)operations!)
                foreach (var name in path.Split('{').Skip(1).Select(p => p.Split('}')[0]))
                    Assert.Contains(
                        operation!["parameters"] as JsonArray ?? [], p => (string)p!["name"]! == name && (string)p["in"]! == "path");
    }

    [Fact]
    public void The_contract_says_which_fields_a_record_has()
    {
        var record = (JsonObject)Document["components"]!["schemas"]!["AuthorityRecord"]!;
        var fields = (JsonObject)record["properties"]!;

        Assert.Equal("#/components/schemas/AuthorityRecord/properties/phones/items", (string?)fields["fax"]!["items"]!["$ref"]);
        Assert.All(
            ["recordId", "version", "state", "authorityName", "phones", "officeHours", "interpolAccepted", "lastConfirmedOn"],
            name => Assert.Contains(name, fields));
        Assert.All((JsonArray)record["required"]!, name => Assert.Contains((string)name!, fields));
        Assert.DoesNotContain("recordId", (JsonObject)Document["components"]!["schemas"]!["AuthorityForm"]!["properties"]!);
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var references = References(Document).ToList();
        Assert.NotEmpty(references);
        foreach (var reference in references)
            Assert.True(Resolve(reference) is not null, $"{reference} leads nowhere");
    }

    private static string Plain(string route) => route.Replace("{*", "{", StringComparison.Ordinal);

    private static JsonNode? Resolve(string reference) => reference.Split('/').Skip(1).Aggregate(
        (JsonNode?)Document,
        (node, part) => node switch
        {
            JsonObject members => members[part.Replace("~1", "/", StringComparison.Ordinal)],
            JsonArray items when int.TryParse(part, out var i) => items[i],
            _ => null,
        });

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members =>
            members.SelectMany(m => m is { Key: "$ref", Value: JsonValue value } ? [(string)value!] : References(m.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
