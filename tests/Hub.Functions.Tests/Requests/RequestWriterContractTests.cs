using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Functions.Administration;
using Hub.Functions.Lookup;
using Hub.Functions.Tests.Access;
using Hub.Functions.Tests.Documents;
using Hub.LocalProcesses;
using Hub.Notices.Access;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.Requests;

/// <summary>
/// The request writer's own tests (tools/requests/test) hold its rules against a file: what a record can have, by the contract, and a
/// package as the hub gives it out. <c>UPDATE_DOCS=1</c> writes it anew.
/// </summary>
public sealed class RequestWriterContractTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonObject Document = OpenApi.Build();

    [Fact]
    public async Task The_request_writer_is_tested_with_the_record_and_the_package_as_they_are()
    {
        var file = Repository.PathTo("tools", "requests", "test", "contract.json");
        var contract = new JsonObject { ["record"] = Whole(Schema("AuthorityRecord")), ["package"] = await Package() };
        var made = contract.ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            await File.WriteAllTextAsync(file, made);
        Assert.Equal(made, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Each_field_that_a_record_can_have_stands_in_that_package()
    {
        var record = (JsonObject)(await Package())["items"]![1]!;
        var fields = ((JsonObject)Schema("AuthorityRecord")["properties"]!).Select(p => p.Key);
        Assert.Equal(fields.Order(StringComparer.Ordinal), record.Select(p => p.Key).Order(StringComparer.Ordinal));
    }

    private static async Task<JsonObject> Package()
    {
        var register = new MemoryRegister(Full(), Sample.Authority("record-2", Sample.OtherState));
        register.Change(
            new Change.DeclareLegalBasis(new(Instrument.Untoc, LegalBasisValue.No)),
            new Change.DeclareNil(new(Instrument.Untoc, "17", Matter.TransferSentencedPersons)));
        var served = await Served.By(
            Served.Request().As(new("a reader", CallerKind.Reader)),
            request => new DirectoryPackage(register, new FakeTimeProvider(Sample.Now)).Get(request, default));
        return (JsonObject)JsonNode.Parse(served.Bytes)!;
    }

    private static Authority Full()
    {
        var plain = Sample.Authority();
        return plain with
        {
            Public = plain.Public with
            {
                Jurisdiction = "XA-1", Website = "https://justice.example",
                LawLinks = [new("https://laws.example/214", "Criminal Code", "en", "1")],
            },
            Restricted = plain.Restricted with
            {
                AuthorityName = new Dictionary<string, string>
                {
                    ["en"] = "Office of Legal Cooperation", ["fr"] = "Bureau de la coopération judiciaire",
                },
                UnitName = "Unit 2", ParentInstitution = "Ministry of Justice", AuthorityKind = AuthorityKind.MinistryOfJustice,
                Designations =
                [
                    Sample.Designation(Sample.Mla) with { Scope = "the whole State" }, Sample.Designation(Sample.Extradition),
                ],
                PostalAddress = new(["12 Harbour Road"], "Port Arven", "1000", "Arvenia"),
                Fax = [new("+99915550199")],
                Emails =
                [
                    new("a.person@justice.example", "director", Functional: false), new("cooperation@justice.example", "requests"),
                    new("urgent@justice.example", "urgent cases"),
                ],
                SecureChannels = [new("PGP", "0123")],
                LanguagesSpoken = ["en", "fr"], LanguagesOfRequests = ["fr", "pt-BR"],
                OfficeHours = [new(DayOfWeek.Monday, new(9, 0), new(17, 0))],
                PublicHolidays = "1 January", TimeZone = "Europe/Paris", OutOfHoursReach = true,
                RequiredInformation = new Dictionary<string, string> { ["MLA"] = "The text of the law" },
                RequiredDocuments = ["Certified copy of the order"],
                AcceptedFormats = [RequestFormat.Pdf, RequestFormat.CertifiedCopy],
                AcceptedChannels = [new(RequestChannel.Direct), new(RequestChannel.Email, 2, RequestChannel.Post)],
                InterpolAccepted = InterpolAcceptance.UrgentOnly, NationalCentralBureau = "NCB Port Arven",
                UrgentProcedure = new(
                    "Call first", new("+99915550101"), OralRequests: true, ConfirmWithinHours: 48, ProvisionalArrestDays: 40),
                ExtraditionOfNationals = "Nationals are not extradited.", DualCriminality = "Required for coercive measures.",
                TimeLimits = "Service: 40 days before the hearing.", LegalSummary = "See the Criminal Code.", TreatiesList = "None",
                AlternativeArrangements = "None", Comments = "None", Maritime = "Coordination centre",
                Firearms = "Ministry of the Interior",
                ContactPerson = new("A. Person", "Director", Consent: true),
                TemporaryNotices = [new("CLOSURE", "Closed for a move", new(2025, 4, 1), new(2025, 4, 4))],
            },
            Upkeep = plain.Upkeep with { Salt = new string('0', 32) },
        };
    }

    private static JsonObject Schema(string name) => (JsonObject)Document["components"]!["schemas"]![name]!;

    // What is referred to is put in its place, so that whoever reads the file need not look anything up.
    private static JsonNode? Whole(JsonNode? node) => node switch
    {
        JsonObject rules when (string?)rules["$ref"] is { } reference => Whole(Schema(reference.Split('/')[^1])),
        JsonObject rules => new JsonObject(rules.Select(r => KeyValuePair.Create(r.Key, Whole(r.Value)))),
        JsonArray all => new JsonArray([.. all.Select(Whole)]),
        _ => node?.DeepClone(),
    };
}
