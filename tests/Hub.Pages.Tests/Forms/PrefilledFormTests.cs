using System.Text;
using System.Text.Json.Nodes;
using Hub.Intake.Forms.Filling;
using Hub.Intake.Forms.Reading;
using Hub.Notices.Documents;
using Hub.Pages.Forms;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Forms;

/// <summary>A record as a form to fill in: sent back as it is it changes nothing, and with one answer changed it changes that.</summary>
public sealed class PrefilledFormTests
{
    private const string City = "C12";
    private const string Phones = "C15";
    private const string Comments = "I1";

    private static readonly Authority Record = Full();

    public static IEnumerable<object[]> Files =>
        from language in Enum.GetValues<Language>()
        from kind in DesignationForms.Kinds
        select new object[] { language, kind };

    [Theory, MemberData(nameof(Files))]
    public void Sent_back_as_it_is_it_changes_nothing(Language language, DocumentKind kind)
    {
        var read = Read(language, kind, FilledForm.Of(Record, language));
        Assert.Equal("CHANGE_OF_CONTACT", (string?)read["kind"]);
        Assert.Equal($"{Record.Id}@{Record.Version}", (string?)read["changes"]![0]!["recordId"]);
        Assert.Equal("{}", Difference(read).ToJsonString());
    }

    [Theory, MemberData(nameof(Files))]
    public void What_is_changed_in_it_is_all_that_changes(Language language, DocumentKind kind)
    {
        var answers = new Dictionary<string, string>(FilledForm.Of(Record, language)) { [City] = "Port Karel" };
        answers.Remove(Comments);
        answers[Phones] += "\n+99915550133";
        var set = Difference(Read(language, kind, answers));
        Assert.Equal(["comments", "phones", "postalAddress"], set.Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.Equal("""{"city":"Port Karel"}""", set["postalAddress"]!.ToJsonString());
        Assert.Null(set["comments"]);
        // What the form has no place for stays: an extension, the number of a night desk. What is withheld stays by itself.
        Assert.Equal(
            ["+99915550100", "+99915550133", "+99915550111", "+99915550122"],
            set["phones"]!.AsArray().Select(p => (string?)p!["number"]));
        Assert.Equal("12", (string?)set["phones"]![0]!["extension"]);
    }

    [Theory, MemberData(nameof(Files))]
    public void What_nobody_can_read_stays_as_it_is(Language language, DocumentKind kind)
    {
        var answers = new Dictionary<string, string>(FilledForm.Of(Record, language))
        {
            ["C8"] = "Unit 5", ["D1"] = "9 à 5", ["F7"] = "first", ["F14"] = "perhaps",
        };
        var read = DesignationFormParser.Read(kind, "form", new MemoryStream(DesignationForms.Of(kind, language, answers)));
        Assert.Equal(
            ["F23 /changes/0/set/acceptedChannels", "F23 /changes/0/set/officeHours", "F23 /changes/0/set/urgentProcedure/oralRequests"],
            read.Problems.Select(p => $"{p.Code} {p.Field}").Order(StringComparer.Ordinal));
        Assert.Equal("""{"unitName":"Unit 5"}""", Difference(read.Notice).ToJsonString());
    }

    [Fact]
    public void Of_a_list_the_part_that_nobody_can_read_stays_beside_what_is_changed()
    {
        var answers = new Dictionary<string, string>(FilledForm.Of(Record, Language.English)) { ["D1"] = "9 to 5", ["D2"] = "08:00-12:00" };
        var read = DesignationFormParser.Read(
            DocumentKind.Csv, "form", new MemoryStream(DesignationForms.Of(DocumentKind.Csv, Language.English, answers)));
        Assert.Equal(
            ["MONDAY 09:00", "MONDAY 13:00", "TUESDAY 08:00"],
            Difference(read.Notice)["officeHours"]!.AsArray().Select(h => $"{h!["day"]} {h["from"]}"));
    }

    [Fact]
    public void A_row_that_is_gone_takes_nothing_away_and_one_that_was_emptied_does()
    {
        var form = JsonNode.Parse(DesignationForms.Of(DocumentKind.Json, Language.English, FilledForm.Of(Record, Language.English)))!;
        var fields = form["fields"]!.AsArray();
        fields.Remove(fields.Single(f => (string?)f!["code"] == "C19"));
        ((JsonObject)fields.Single(f => (string?)f!["code"] == "C9")!).Remove("value");
        fields.Single(f => (string?)f!["code"] == "C20")!["value"] = "";
        var read = DesignationFormParser.Read(DocumentKind.Json, "form", new MemoryStream(Encoding.UTF8.GetBytes(form.ToJsonString())));
        Assert.Equal("""{"website":null}""", Difference(read.Notice).ToJsonString());
    }

    [Fact]
    public void A_number_that_is_withheld_stands_in_no_form() => Assert.All(
        Enum.GetValues<Language>(),
        language => Assert.DoesNotContain(FilledForm.Of(Record, language).Values, v => v.Contains("550177", StringComparison.Ordinal)));

    private static JsonObject Read(Language language, DocumentKind kind, IReadOnlyDictionary<string, string> answers)
    {
        var read = DesignationFormParser.Read(kind, "form", new MemoryStream(DesignationForms.Of(kind, language, answers)));
        Assert.Empty(read.Problems.Select(p => $"{p.Code} {string.Join(" | ", p.Arguments)}"));
        return read.Notice;
    }

    private static JsonObject Difference(JsonObject notice)
    {
        var unread = notice["changes"]![0]!["unread"] as JsonArray ?? [];
        return PrefilledForms.Difference(
            (JsonObject)notice["changes"]![0]!["set"]!, Record, unread.Select(u => (string)u!).ToHashSet(StringComparer.Ordinal));
    }

    private static Authority Full()
    {
        var record = Sample.Authority();
        return record with
        {
            Version = 4,
            Public = record.Public with
            {
                Website = "https://justice.example/cooperation", LawLinks = [new("https://laws.example/1", "Law 1", "en", "77")],
            },
            Restricted = record.Restricted with
            {
                AuthorityName = new Dictionary<string, string> { ["en"] = "Office of Law", ["ar"] = "مكتب القانون", ["pt"] = "Gabinete" },
                PostalAddress = new(["1 High Street", "Block B"], "Karel", "1010", "Arvenia"),
                Phones =
                [
                    new("+99915550100", "12"), new("+99915550111", null, PhonePurpose.AroundTheClock),
                    new("+99915550122", null, PhonePurpose.Emergency),
                ],
                Emails = [new("mla@justice.example", "requests"), new("law@justice.example")],
                LanguagesSpoken = ["en", "pt"], OutOfHoursReach = true, TimeZone = "Africa/Dakar",
                OfficeHours = [new(DayOfWeek.Monday, new(9, 0), new(12, 0)), new(DayOfWeek.Monday, new(13, 0), new(17, 0))],
                SecureChannels = [new("PGP", "0123 4567")],
                RequiredInformation = new Dictionary<string, string> { ["MLA"] = "What is asked,\nand why." },
                RequiredDocuments = ["Request", "Translation"], AcceptedFormats = [.. Enum.GetValues<RequestFormat>()],
                AcceptedChannels = [new(RequestChannel.Diplomatic, 2, RequestChannel.Post), new(RequestChannel.Direct)],
                InterpolAccepted = InterpolAcceptance.Yes, Comments = "Two lines\nof text",
                UrgentProcedure = new("Call first") { OralRequests = true, ConfirmWithinHours = 24 },
            },
            Secretariat = new() { PersonalPhones = [new("+99915550177")] },
        };
    }
}
