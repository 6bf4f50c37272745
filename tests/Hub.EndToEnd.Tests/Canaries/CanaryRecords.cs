using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Canaries;

/// <summary>Notices with a canary in every field that can hold one.</summary>
internal sealed class CanaryRecords(Cage cage)
{
    private static readonly string[] Texts =
    [
        "unitName",
        "parentInstitution",
        "publicHolidays",
        "nationalCentralBureau",
        "extraditionOfNationals",
        "dualCriminality",
        "timeLimits",
        "legalSummary",
        "treatiesList",
        "alternativeArrangements",
        "comments",
        "maritime",
        "firearms",
    ];

    private static readonly string[] Purposes = ["OFFICE", "EMERGENCY", "AROUND_THE_CLOCK"];

    /// <summary>A designation whose whole record is for the directory's readers.</summary>
    public JsonObject Designation(string state)
    {
        string Word(string field) => cage.Word(state, Seen.Directory, field);
        var notice = SampleNotices.Designation(state);
        var record = (JsonObject)notice["changes"]![0]!["authority"]!;
        foreach (var field in Texts)
            record[field] = Word(field);
        record["authorityName"] = new JsonObject { ["en"] = Word("nameEn"), ["fr"] = Word("nameFr") };
        record["postalAddress"] = SampleNotices.Object(
            $$"""{ "lines": [ "{{Word("street")}}", "{{Word("box")}}" ], "city": "{{Word("city")}}", "postcode": "{{Word("code")}}", "country": "{{Word("country")}}" }"""
        );
        record["phones"] = new JsonArray([.. Purposes.Select(p => Phone(state, Seen.Directory, p))]);
        record["fax"] = new JsonArray(Phone(state, Seen.Directory, "OFFICE"));
        record["emails"] = new JsonArray(new JsonObject
        {
            ["address"] = cage.Address(state, Seen.Directory, "office"), ["purpose"] = Word("purpose"),
        });
        record["secureChannels"] = new JsonArray(new JsonObject { ["kind"] = Word("channel"), ["value"] = Word("key") });
        record["contactPerson"] = new JsonObject { ["name"] = Word("person"), ["office"] = Word("position"), ["consent"] = true };
        record["requiredInformation"] = new JsonObject { ["MLA"] = Word("information") };
        record["requiredDocuments"] = new JsonArray(Word("document"));
        record["urgentProcedure"] = new JsonObject { ["text"] = Word("urgent"), ["phone"] = Phone(state, Seen.Directory, "EMERGENCY") };
        return Signed(notice, state);
    }

    /// <summary>A change of a record to what the Secretariat alone may see: a person who did not agree, private numbers.</summary>
    public JsonObject Private(string state, string record) => Signed(
        SampleNotices.Contact(state, record, new JsonObject
        {
            ["contactPerson"] = new JsonObject
            {
                ["name"] = cage.Word(state, Seen.Secretariat, "hidden"), ["office"] = cage.Word(state, Seen.Secretariat, "hiddenPosition"),
                ["consent"] = false,
            },
            ["phones"] = new JsonArray(
                Phone(state, Seen.Directory, "OFFICE"), Phone(state, Seen.Secretariat, "MOBILE"), Phone(state, Seen.Secretariat, "HOME")),
            ["urgentProcedure"] = new JsonObject { ["phone"] = Phone(state, Seen.Secretariat, "MOBILE") },
        }),
        state);

    /// <summary>A temporary measure, which is mailed at once.</summary>
    public JsonObject Temporary(string state, string record) => Signed(
        SampleNotices.Of(state, "TEMPORARY_MEASURE", new JsonObject
        {
            ["recordId"] = record,
            ["temporaryNotice"] = new JsonObject
            {
                ["kind"] = cage.Word(state, Seen.Directory, "measure"), ["text"] = cage.Word(state, Seen.Directory, "measureText"),
                ["from"] = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            },
        }),
        state);

    /// <summary>A note verbale in prose, for a mail.</summary>
    public string Note(string state) => $"""
        Ref. {cage.Word(state, Seen.Notice, "mailRef")}

        The Permanent Mission presents its compliments to the Office and has the honour to inform it that its central authority for mutual legal
        assistance is {cage.Word(state, Seen.Notice, "mailName")}, {cage.Word(state, Seen.Notice, "mailStreet")} 9, telephone
        {cage.Phone(state, Seen.Notice)}, e-mail {cage.Address(state, Seen.Notice, "mailOffice")}. The contact person is
        {cage.Word(state, Seen.Notice, "mailPerson")}, mobile telephone {cage.Phone(state, Seen.Notice)}.
        """;

    // What its sender and the Secretariat alone know of a notice; its reference stands in the record, as what the designation goes back to.
    private JsonObject Signed(JsonObject notice, string state)
    {
        notice["text"] = cage.Word(state, Seen.Notice, "text");
        notice["officialRef"] = $"{cage.Word(state, Seen.Directory, "ref")}/{Guid.NewGuid():N}";
        notice["submittedBy"] = new JsonObject
        {
            ["office"] = cage.Word(state, Seen.Notice, "signing"), ["role"] = cage.Word(state, Seen.Notice, "signingRole"),
        };
        return notice;
    }

    private JsonObject Phone(string state, Seen seen, string purpose) =>
        new() { ["number"] = cage.Phone(state, seen), ["purpose"] = purpose };
}
