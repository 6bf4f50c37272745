using System.Text.Json.Nodes;

namespace Hub.EndToEnd.Tests.Running;

/// <summary>Notices that are in order, until a test changes something.</summary>
internal static class SampleNotices
{
    public static JsonObject Object(string json) => (JsonObject)JsonNode.Parse(json)!;

    public static JsonObject Of(string state, string kind, params JsonObject[] changes) =>
        new() { ["state"] = state, ["kind"] = kind, ["changes"] = new JsonArray([.. changes]) };

    public static JsonObject Designation(string state, string article = "18", string matter = "MLA", string instrument = "UNTOC") => Of(
        state, "NEW_DESIGNATION", new JsonObject
        {
            ["authority"] = Object(
                $$"""
                {
                  "authorityName": { "en": "Office for {{matter}} of {{state}}", "fr": "Bureau {{matter}} de {{state}}" },
                  "authorityKind": "MINISTRY_OF_JUSTICE",
                  "designations": [ { "instrument": "{{instrument}}", "article": "{{article}}", "matter": "{{matter}}" } ],
                  "phones": [ { "number": "+99915550100" } ],
                  "emails": [ { "address": "office-{{article}}@{{state}}.example" } ],
                  "languagesOfRequests": [ "en" ],
                  "interpolAccepted": "YES"
                }
                """),
            ["replaces"] = "none",
        });

    public static JsonObject Law(string state) => Of(state, "LEGISLATION", new JsonObject
    {
        ["law"] = Object(
            """
            {
              "titleOriginal": "Loi relative à l'entraide judiciaire", "language": "fr", "type": "ACT", "number": "2019-07", "status": "IN_FORCE",
              "dates": { "adopted": "2019-03-14" }, "officialUrl": "https://laws.gov.example/2019-07",
              "languages": [ { "language": "fr", "kind": "OFFICIAL" } ],
              "provisions": [ { "label": "whole", "articles": [ { "instrument": "UNTOC", "article": "18" } ], "topics": ["MLA"] } ]
            }
            """),
    });

    public static JsonObject Contact(string state, string record, JsonObject set) =>
        Of(state, "CHANGE_OF_CONTACT", new JsonObject { ["recordId"] = record, ["set"] = set });

    public static JsonObject Comment(string state, string record, string comment) =>
        Contact(state, record, new() { ["comments"] = comment });

    public static JsonObject Confirmation(string state, string record, string text) =>
        With(Of(state, "CONFIRMATION_NO_CHANGE", new JsonObject { ["recordId"] = record }), "text", text);

    public static JsonObject Membership(string state, string network, string text) => With(
        Of(state, "NETWORK_MEMBERSHIP", new JsonObject { ["membership"] = new JsonObject { ["network"] = network } }), "text", text);

    /// <summary>The Secretariat's correction: memberships of several States in one notice.</summary>
    public static JsonObject Correction(string network, string text, params string[] states) => With(
        Of("XAA", "CORRECTION", [.. states.Select(s => new JsonObject
        {
            ["membership"] = new JsonObject
            {
                ["network"] = network, ["state"] = s, ["source"] = "the network's own list", ["confidence"] = "HIGH",
            },
        })]), "text", text);

    public static JsonObject With(JsonObject notice, string field, JsonNode value)
    {
        notice[field] = value;
        return notice;
    }
}
