using System.Text.Json.Nodes;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Register.Records;

namespace Hub.Pages.Tests.Console;

/// <summary>A record in the editor.</summary>
public abstract class EditorFormCase
{
    private protected static readonly Authority Record = Whole();

    private protected static EditorValues Begin(string task)
    {
        var values = EditorValues.Empty.With("task", task).With("state", "XAA").With("recordId", Record.Id);
        return EditorForm.Begun(values, [], 0, Record);
    }

    private protected static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;

    // With everything that a record can have, so that nothing is lost on the way through the editor.
    private protected static Authority Whole() => new()
    {
        Id = "record-1",
        Version = 3,
        Public = new()
        {
            State = new("XAA"), Jurisdiction = "XA-01", Website = "https://justice.example/", LawLinks = [new("https://law.example/", "Law", "en", "7")],
        },
        Restricted = new()
        {
            AuthorityName = new Dictionary<string, string> { ["en"] = "Office", ["ar"] = "مكتب" },
            UnitName = "Unit", ParentInstitution = "Ministry", AuthorityKind = AuthorityKind.Court,
            Designations =
            [
                new()
                {
                    Instrument = Instrument.Untoc, Article = "18", Matter = Matter.Mla, Function = DesignationFunction.Contact247, Scope = "all",
                    LegalAct = "Act 1", NotifiedOn = new(2020, 1, 2), EffectiveFrom = new(2020, 2, 3), NoteRef = "N/1", DepositaryRef = "C.N.1",
                },
                new() { Instrument = Instrument.Untoc, Article = "16", Matter = Matter.Extradition },
            ],
            PostalAddress = new(["1 Main Street", "Floor 2"], "Town", "1000", "Arvenia"),
            Phones = [new("+99915550100"), new("+99915550101", "7", PhonePurpose.AroundTheClock)],
            Fax = [new("+99915550102", null, PhonePurpose.Emergency)],
            Emails = [new("a@justice.example", "requests", false)],
            SecureChannels = [new("PGP", "ABCD")],
            LanguagesSpoken = ["en", "fr"], LanguagesOfRequests = ["en"],
            OfficeHours = [new(DayOfWeek.Monday, new(8, 30), new(0, 0)), new(DayOfWeek.Sunday, new(9, 0), new(12, 0))],
            PublicHolidays = "1 January", TimeZone = "Africa/Dakar", OutOfHoursReach = false,
            RequiredInformation = new Dictionary<string, string> { ["MLA"] = "facts" },
            RequiredDocuments = ["warrant", "translation"],
            AcceptedFormats = [RequestFormat.Pdf, RequestFormat.SignedPdf],
            AcceptedChannels = [new(RequestChannel.Email, 2, RequestChannel.Post)],
            InterpolAccepted = InterpolAcceptance.UrgentOnly, NationalCentralBureau = "NCB",
            UrgentProcedure = new("call", null, true, 48, 40),
            ExtraditionOfNationals = "no", DualCriminality = "yes", TimeLimits = "40 days", LegalSummary = "a\nb", TreatiesList = "t",
            AlternativeArrangements = "r", Comments = "c", Maritime = "m", Firearms = "f",
            TemporaryNotices = [new("closure", "Closed", new(2026, 1, 1), new(2026, 2, 1))],
        },
        Secretariat = new()
        {
            ContactPerson = new("A. Person", "Clerk"), PersonalPhones = [new("+99915550190", null, PhonePurpose.Mobile)],
            UrgentPhone = new("+99915550191", null, PhonePurpose.Mobile),
        },
        Upkeep = new() { Status = RecordStatus.Active, LastChangedOn = DateTimeOffset.UnixEpoch, Salt = "salt" },
    };
}
