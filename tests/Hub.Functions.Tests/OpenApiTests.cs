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
        var api = FunctionMethods.Api.Select(f => f.Name).ToHashSet();
        var served = FunctionMethods.Triggered<HttpTriggerAttribute>().Where(f => api.Contains(f.Name))
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
                    Assert.Contains((operation!["parameters"] as JsonArray ?? []).Select(Resolved),
                        p => (string)p!["name"]! == name && (string)p["in"]! == "path");
    }

    [Fact]
    public void The_contract_says_which_fields_a_record_has()
    {
        var record = (JsonObject)Document["components"]!["schemas"]!["AuthorityRecord"]!;
        var fields = (JsonObject)record["properties"]!;

        Assert.Equal("#/components/schemas/Phone", (string?)fields["phones"]!["items"]!["$ref"]);
        Assert.Equal("#/components/schemas/Phone", (string?)fields["fax"]!["items"]!["$ref"]);
        Assert.All(["recordId", "version", "state", "authorityName", "phones", "officeHours", "interpolAccepted", "lastConfirmedOn"],
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

    [Fact]
    public void Nothing_is_written_twice()
    {
        var responses = Responses.Where(r => r.Response["$ref"] is null).Select(r => r.Response.ToJsonString()).ToList();
        Assert.InRange(responses.Count, 50, 150);
        Assert.Distinct(responses);
        var references = References(Document).ToList();
        foreach (var kind in new[] { "responses", "parameters" })
            Assert.All(
                (JsonObject)Document["components"]![kind]!,
                c => Assert.True(references.Count(r => r == $"#/components/{kind}/{c.Key}") > 1, $"{c.Key} is not used twice"));
        Assert.All((JsonObject)Document["components"]!["schemas"]!, c => Assert.True(
            c.Key == "AuthorityForm" || references.Contains($"#/components/schemas/{c.Key}"), $"{c.Key} is not used"));
    }

    [Fact]
    public void No_response_is_an_object_of_which_nothing_is_said()
    {
        var bare = new List<string>();
        foreach (var (place, response) in Responses)
            foreach (var (type, content) in Resolved(response)!["content"] as JsonObject ?? [])
            {
                if (type.EndsWith("json", StringComparison.Ordinal))
                    Assert.True(content!["schema"] is JsonObject { Count: > 0 }, place);
                bare.AddRange(Bare(content!["schema"], $"{place} {type}", []));
            }
        Assert.Equal([], bare);
    }

    private static IEnumerable<(string Place, JsonNode Response)> Responses =>
        from path in (JsonObject)Document["paths"]!
        from operation in (JsonObject)path.Value!
        from response in (JsonObject)operation.Value!["responses"]!
        select ($"{operation.Value["operationId"]} {response.Key}", response.Value);

    private static IEnumerable<string> Bare(JsonNode? schema, string at, HashSet<string> seen) => schema switch
    {
        JsonObject rules when (string?)rules["$ref"] is { } reference =>
            seen.Add(reference) ? Bare(Resolve(reference), reference, seen) : [],
        JsonObject { Count: > 0 } rules when IsBare(rules) => [at],
        JsonObject rules =>
        [
            .. (rules["properties"] as JsonObject ?? []).SelectMany(p => Bare(p.Value, $"{at}/{p.Key}", seen)),
            .. Bare(rules["items"], $"{at}/items", seen), .. Bare(rules["additionalProperties"], $"{at}/*", seen),
            .. (rules["anyOf"] as JsonArray ?? []).SelectMany(s => Bare(s, at, seen)),
        ],
        _ => [],
    };

    private static bool IsBare(JsonObject rules) =>
        (rules["type"] is JsonArray types ? types.Any(t => (string)t! == "object") : (string?)rules["type"] == "object")
        && rules["properties"] is null && rules["additionalProperties"] is null && rules["anyOf"] is null;

    private static JsonNode? Resolved(JsonNode? node) => (string?)node!["$ref"] is { } reference ? Resolve(reference) : node;

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
