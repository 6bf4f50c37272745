using System.Text.Json.Nodes;
using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Planning;
using Hub.Delivery.Mail;
using Hub.Delivery.Outbox;
using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Functions.Access;
using Hub.Functions.Editions;
using Hub.Functions.Http;
using Hub.Functions.Lookup;
using Hub.Functions.Mailroom;
using Hub.Functions.Notices;
using Hub.Functions.Partners;
using Hub.Functions.Recipients;
using Hub.Intake.Files.Text;
using Hub.Intake.Inbox;
using Hub.Intake.Mails.Kinds;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Documents;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;
using Hub.Operations.Erasures;
using Hub.Pages.Networks;
using Hub.Pages.Networks.Frame;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Log.Proofs;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Work.Failures;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Administration;

/// <summary>The contract: paths from openapi.json beside this file, schemas of what is sent and read from the types themselves.</summary>
public static class OpenApi
{
    private static readonly Type[] Sent =
    [
        typeof(NoticeForm), typeof(DecisionBody), typeof(CorrectionBody), typeof(AskBody), typeof(KeyBody), typeof(SubscriberBody),
        typeof(EndpointBody), typeof(EndpointStateBody),
        typeof(EndpointFilter), typeof(ReplayBody), typeof(RotationBody), typeof(UrlBody), typeof(CodeBody), typeof(ReceiptBody),
        typeof(PartnerBody), typeof(EditionBody), typeof(PreferencesBody), typeof(MailDecisionBody), typeof(ClaimAnswerBody),
        typeof(ErasureBody), typeof(DropBody), typeof(PublicationRequestBody), typeof(PublicationBody), typeof(MailPauseBody),
    ];

    private static readonly Type[] Read =
    [
        typeof(AnsweredClaim), typeof(NetworkClaim), typeof(EndpointView), typeof(EndpointTest), typeof(Attempt),
        typeof(DeliverySummary), typeof(Receipt), typeof(StandingList), typeof(Partner), typeof(RevokedPartner), typeof(SubscriberView),
        typeof(SavedSubscriber), typeof(KeyView), typeof(PreferencesView), typeof(DeadLetter), typeof(HealthView), typeof(QualityList),
        typeof(ErasurePlan), typeof(EventPage), typeof(Head), typeof(LogCheck), typeof(SignedDigest), typeof(StateDigestList),
        typeof(InclusionProof), typeof(ConsistencyProof), typeof(JsonWebKeys), typeof(IndexData), typeof(NetworkData),
        typeof(StateData), typeof(Linkset), typeof(EditionPlan), typeof(EditionView), typeof(EditionList), typeof(EditionAbstract),
        typeof(EditionDeliveryList), typeof(ResendResult), typeof(PublicationView), typeof(MailStanding), typeof(AskingView),
        typeof(SecretariatAction), typeof(StateFacts),
    ];

    // Of the views that are written by hand.
    private static readonly Type[] Parts =
    [
        typeof(Caller),
        typeof(CallerKind),
        typeof(OfficeRole),
        typeof(NoticeStatus),
        typeof(NoticeKind),
        typeof(NoticeChannel),
        typeof(Correction),
        typeof(Outcome),
        typeof(DecisionKind),
        typeof(DocumentKind),
        typeof(Legibility),
        typeof(Damage),
        typeof(WorkState),
        typeof(InboundMailStatus),
        typeof(MailKind),
        typeof(HoldReason),
        typeof(MailDecision),
        typeof(OutboxKind),
        typeof(OutboxState),
        typeof(ErasureState),
        typeof(ErasureItem),
        typeof(Instrument),
        typeof(Matter),
        typeof(Language),
        typeof(MailStatus),
    ];

    private static readonly Lazy<JsonObject> Document = new(Build);

    /// <summary>GET /api/openapi.json.</summary>
    [Function("GetOpenApi")]
    [PublicAccess]
    public static IActionResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")] HttpRequest request) =>
        Responses.PublicJson(Document.Value);

    /// <summary>The document.</summary>
    public static JsonObject Build()
    {
        var document = Written();
        var schemas = (JsonObject)document["components"]!["schemas"]!;
        var types = new TypeSchemas(schemas);
        foreach (var type in Sent.Concat(Read).Concat(Parts))
            types.Add(type);
        var change = schemas[nameof(ChangeForm)]!["properties"]!;
        // What a sender wrote there is kept as it is, right or wrong, so they are described and not prescribed.
        change["authority"]!["description"] = "A new authority's record: the fields of AuthorityForm.";
        change["set"]!["description"] =
            "The fields of AuthorityForm that change, as a merge patch (RFC 7396): null empties one, a list replaces the list.";
        schemas[nameof(CorrectionBody)]!["properties"]!["form"]!["description"] = "The whole NoticeForm as it is to be.";
        schemas[nameof(Correction)]!["properties"]!["earlier"] = new JsonObject
        {
            ["type"] = "object", ["additionalProperties"] = true, ["description"] = "The NoticeForm as it was before.",
        };
        schemas["AuthorityForm"] = new JsonObject
        {
            ["type"] = "object", ["properties"] = types.Fields(typeof(AuthorityPublic), typeof(AuthorityRestricted)),
        };
        // What readers get is one flat object, of the parts that a record has (Authority.ForReaders).
        var record = types.Fields(typeof(AuthorityPublic), typeof(AuthorityRestricted), typeof(AuthorityUpkeep));
        record["recordId"] = new JsonObject { ["type"] = "string" };
        record["version"] = new JsonObject { ["type"] = "integer" };
        schemas["AuthorityRecord"]!["properties"] = record;
        var law = types.Fields(typeof(Law));
        law["link"] = new JsonObject { ["$ref"] = types.Add(typeof(LinkStanding)) };
        schemas["LawRecord"]!["properties"] = law;
        return document;
    }

    /// <summary>What is written by hand: the operations with their parameters, without the schemas of types.</summary>
    internal static JsonObject Written()
    {
        using var stream = typeof(OpenApi).Assembly.GetManifestResourceStream("Hub.Functions.Administration.openapi.json")!;
        return (JsonObject)JsonNode.Parse(stream)!;
    }
}
