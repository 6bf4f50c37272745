using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Hub.Delivery.Editions;
using Hub.Delivery.Webhooks;
using Hub.Functions.Editions;
using Hub.Functions.Http;
using Hub.Functions.Lookup;
using Hub.Functions.Mailroom;
using Hub.Functions.Notices;
using Hub.Functions.Partners;
using Hub.Functions.Readers;
using Hub.Notices;
using Hub.Operations.Erasures;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Log.Proofs;
using Hub.Register.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Administration;

/// <summary>The contract: paths from openapi.json beside this file, schemas of what is sent and read from the types themselves.</summary>
public static class OpenApi
{
    private static readonly Type[] Schemas =
    [
        typeof(NoticeForm), typeof(DecisionBody), typeof(KeyBody), typeof(SubscriberBody), typeof(EndpointBody), typeof(EndpointStateBody),
        typeof(EndpointFilter), typeof(ReplayBody), typeof(RotationBody), typeof(UrlBody), typeof(CodeBody), typeof(ReceiptBody),
        typeof(PartnerBody), typeof(DeliveryStory), typeof(Receipt), typeof(StandingList), typeof(StateDigestList), typeof(InclusionProof),
        typeof(ConsistencyProof), typeof(CloudEvent), typeof(Head), typeof(EditionBody), typeof(EditionPlan), typeof(EditionView),
        typeof(EditionList), typeof(EditionAbstract), typeof(EditionDeliveryList), typeof(PreferencesBody), typeof(QualityList),
        typeof(MailDecisionBody), typeof(ClaimAnswerBody), typeof(ErasureBody), typeof(ErasurePlan),
        typeof(DropBody),
    ];

    private static readonly JsonSchemaExporterOptions Exporter = new() { TransformSchemaNode = AllowAbsentNulls };

    private static readonly Lazy<JsonObject> Document = new(Build);

    /// <summary>GET /api/openapi.json.</summary>
    [Function("GetOpenApi")]
    public static IActionResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")] HttpRequest request) =>
        Answers.PublicJson(Document.Value);

    /// <summary>The document.</summary>
    public static JsonObject Build()
    {
        var document = Written();
        var schemas = (JsonObject)document["components"]!["schemas"]!;
        foreach (var type in Schemas)
            schemas[type.Name] = Rebased(HubJson.Options.GetJsonSchemaAsNode(type, Exporter), $"#/components/schemas/{type.Name}");
        var change = schemas["NoticeForm"]!["properties"]!["changes"]!["items"]!["properties"]!;
        // What a sender wrote there is kept as it is, right or wrong, so they are described and not prescribed.
        change["authority"]!["description"] = "A new authority's record: the fields of AuthorityForm.";
        change["set"]!["description"] = "The fields of AuthorityForm that change, as a merge patch (RFC 7396): null empties one, a list replaces the list.";
        schemas["AuthorityForm"] = Fields("AuthorityForm", typeof(AuthorityPublic), typeof(AuthorityRestricted));
        schemas["AuthorityRecord"] = Record((JsonObject)schemas["AuthorityRecord"]!);
        foreach (var operation in document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()))
            TellOfGuesses((JsonObject)operation.Value!["responses"]!);
        return document;
    }

    /// <summary>What is written by hand: the operations with their parameters, without the schemas of types.</summary>
    internal static JsonObject Written()
    {
        using var stream = typeof(OpenApi).Assembly.GetManifestResourceStream("Hub.Functions.Administration.openapi.json")!;
        return (JsonObject)JsonNode.Parse(stream)!;
    }

    // What readers get is one flat object, of the parts that a record has (Authority.ForReaders).
    private static JsonObject Record(JsonObject written)
    {
        var record = Fields("AuthorityRecord", typeof(AuthorityPublic), typeof(AuthorityRestricted), typeof(AuthorityUpkeep));
        var fields = (JsonObject)record["properties"]!;
        fields["recordId"] = new JsonObject { ["type"] = "string" };
        fields["version"] = new JsonObject { ["type"] = "integer" };
        foreach (var (name, value) in written)
            record[name] = value?.DeepClone();
        return record;
    }

    private static JsonObject Fields(string name, params Type[] parts)
    {
        var fields = parts.Select(p => (JsonObject)Rebased(HubJson.Options.GetJsonSchemaAsNode(p, Exporter), $"#/components/schemas/{name}"))
            .SelectMany(s => (JsonObject)s["properties"]!).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()));
        return new() { ["type"] = "object", ["properties"] = new JsonObject(fields) };
    }

    // Wherever a key is wanted, one that nobody knows may be one too many.
    private static void TellOfGuesses(JsonObject responses)
    {
        if (responses["429"] is not null || responses["401"]?.DeepClone() is not { } refusal)
            return;
        refusal["description"] = "Too many keys that nobody knows came from this address, or from all: wait.";
        refusal["headers"] = new JsonObject { ["Retry-After"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "integer" } } };
        responses["429"] = refusal;
    }

    // The exporter points into the schema it makes; here each stands below the components.
    private static JsonNode Rebased(JsonNode schema, string root)
    {
        switch (schema)
        {
            case JsonObject members:
                if (members["$ref"] is JsonValue reference && reference.GetValueKind() == JsonValueKind.String
                    && (string)reference! is ['#', .. var rest])
                    members["$ref"] = root + rest;
                foreach (var (_, value) in members.Where(m => m.Value is not null).ToList())
                    Rebased(value!, root);
                break;
            case JsonArray items:
                foreach (var item in items.Where(i => i is not null))
                    Rebased(item!, root);
                break;
        }
        return schema;
    }

    // Nulls are not written: what may be null may be absent.
    private static JsonNode AllowAbsentNulls(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is JsonObject members && members["required"] is JsonArray required)
            foreach (var property in context.TypeInfo.Properties.Where(p => p.AssociatedParameter is { IsNullable: true }))
                if (required.FirstOrDefault(r => (string?)r == property.Name) is { } absent)
                    required.Remove(absent);
        return schema;
    }
}
