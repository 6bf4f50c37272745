using System.Text.Json.Nodes;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Console;

/// <summary>Between what stands in the editor and the form of a notice.</summary>
public sealed class EditorFormTests
{
    private static readonly Authority Record = Whole();

    [Fact]
    public void A_record_that_nobody_touched_has_no_difference() =>
        Assert.Equal("{}", Set(Begin("CHANGE_OF_DESIGNATION")).ToJsonString());

    [Fact]
    public void Boxes_that_are_ticked_as_they_were_change_nothing_in_whichever_order_a_page_sends_them()
    {
        var record = Record with { Restricted = Record.Restricted with { AcceptedFormats = [RequestFormat.SignedPdf, RequestFormat.Pdf] } };
        var begun = EditorForm.Begun(
            EditorValues.Empty.With("task", "CHANGE_OF_CONTACT").With("state", "XAA").With("recordId", record.Id), [], 0, record);
        var sent = begun.With("record/acceptedFormats", string.Join('\n', RequestFormat.Pdf.Code(), RequestFormat.SignedPdf.Code()));
        Assert.Equal("{}", EditorForm.Write(sent, [], 0, record)["changes"]![0]!["set"]!.ToJsonString());

        var more = sent.With("record/acceptedFormats", $"{RequestFormat.PaperOriginal.Code()}\n{sent["record/acceptedFormats"]}");
        Assert.Equal(
            [RequestFormat.SignedPdf.Code(), RequestFormat.Pdf.Code(), RequestFormat.PaperOriginal.Code()],
            EditorForm.Write(more, [], 0, record)["changes"]![0]!["set"]!["acceptedFormats"]!.AsArray().Select(f => (string?)f));
    }

    [Fact]
    public void A_correction_keeps_the_order_in_which_the_sender_named_them()
    {
        var before = Json("""
            {"state":"XAA","kind":"NEW_DESIGNATION","changes":[{"authority":{"authorityName":{"en":"a"},"acceptedFormats":["SIGNED_PDF","PDF"]}}]}
            """);
        var values = EditorForm.Read(before, 0, null).With("record/acceptedFormats", "PDF\nSIGNED_PDF");
        Assert.True(JsonNode.DeepEquals(before, EditorForm.Write(values, before, 0, null)));
    }

    [Fact]
    public void What_was_found_of_one_authority_is_not_filled_in_for_another()
    {
        var found = Json("""{"changes":[{"recordId":"other","set":{"emails":[{"address":"new@justice.example"}]}}]}""");
        var values = EditorForm.Read(found, 0, null).With("task", "CHANGE_OF_CONTACT").With("recordId", Record.Id);
        Assert.Equal("a@justice.example", EditorForm.Begun(values, found, 0, Record)["record/emails/0/address"]);
    }

    [Fact]
    public void What_was_found_is_told_from_what_the_record_says_already()
    {
        var found = FoundValues.Of(
            Json("""{"changes":[{"set":{"phones":[{"number":"+99915550777"},{"number":"+99915550100"}]}}]}"""), 0, Record.Form());
        Assert.True(found.Has("record/phones/4/number", "+99915550777"));
        Assert.False(found.Has("record/phones/1/number", "+99915550100"));
    }

    [Fact]
    public void Only_what_differs_is_sent()
    {
        var set = Set(Begin("CHANGE_OF_CONTACT").With("record/comments", "New").With("record/postalAddress/postcode", ""));
        Assert.Equal("""{"comments":"New","postalAddress":{"postcode":null}}""", Ordered(set));
    }

    [Fact]
    public void A_list_of_which_a_row_changes_is_sent_whole_and_an_empty_row_is_none()
    {
        var set = Set(Begin("CHANGE_OF_CONTACT").With("record/phones/7/number", "+99915550199").With("record/phones/3/purpose", "OFFICE"));
        Assert.Equal(
            ["+99915550100", "+99915550101", "+99915550190", "+99915550199"], set["phones"]!.AsArray().Select(p => (string?)p!["number"]));
    }

    [Fact]
    public void What_readers_do_not_see_of_a_record_goes_along_where_its_list_changes_and_not_otherwise()
    {
        Assert.DoesNotContain("phones", Set(Begin("CHANGE_OF_CONTACT").With("record/comments", "x")).Select(f => f.Key));
        var set = Set(Begin("CHANGE_OF_CONTACT").With("record/contactPerson/office", "Head"));
        Assert.Equal(("A. Person", "Head"), ((string?)set["contactPerson"]!["name"], (string?)set["contactPerson"]!["office"]));
    }

    [Fact]
    public void What_was_found_in_a_mail_stands_in_the_fields_of_the_record_that_is_chosen()
    {
        var found = Json("""{"changes":[{"set":{"emails":[{"address":"new@justice.example"}]}}]}""");
        var values = EditorForm.Read(found, 0, null).With("task", "CHANGE_OF_CONTACT").With("recordId", Record.Id);
        var begun = EditorForm.Begun(values, found, 0, Record);
        Assert.Equal(("new@justice.example", "+99915550100"), (begun["record/emails/0/address"], begun["record/phones/0/number"]));
        // What is typed afterwards is not put back.
        var typed = begun.With("record/comments", "typed");
        Assert.Equal("typed", EditorForm.Begun(typed, found, 0, Record)["record/comments"]);
    }

    [Theory]
    [InlineData("WITHDRAWAL", "change/lastDay", "2027-01-31", """{"recordId":"record-1","pairs":[{"instrument":"UNTOC","article":"18","matter":"MLA"}],"lastDay":"2027-01-31"}""")]
    [InlineData("NIL_DECLARATION", "change/article", "16", """{"pair":{"article":"16"}}""")]
    [InlineData("TEMPORARY_MEASURE", "change/text", "Closed", """{"recordId":"record-1","temporaryNotice":{"text":"Closed"}}""")]
    [InlineData("LEGAL_BASIS_DECLARATION", "change/value", "YES", """{"legalBasis":{"value":"YES"}}""")]
    [InlineData("NETWORK_MEMBERSHIP", "change/network", "wacap", """{"membership":{"network":"wacap"}}""")]
    [InlineData("CONFIRMATION_NO_CHANGE", "notice/officialRef", "A/1", """{"recordId":"record-1"}""")]
    public void Each_kind_says_what_its_change_needs(string task, string name, string value, string change)
    {
        var values = Begin(task).With(name, value).With("pairs", "UNTOC|18|MLA\nUNTOC|99|MLA");
        var form = EditorForm.Write(values, [], 0, Record);
        Assert.Equal(task, (string?)form["kind"]);
        Assert.Equal(change, form["changes"]![0]!.ToJsonString());
    }

    [Fact]
    public void A_replacement_brings_the_new_record_and_names_the_one_that_ends()
    {
        var values = Begin("REPLACEMENT").With("replaces", Record.Id).With("lastDay", "2027-01-31")
            .With("record/authorityName/0/key", "en").With("record/authorityName/0/text", "New Office")
            .With("record/designations/0/article", "18").With("record/designations/0/instrument", "UNTOC");
        var form = EditorForm.Write(values, [], 0, null);
        Assert.Equal("CHANGE_OF_DESIGNATION", (string?)form["kind"]);
        Assert.Equal(
            """{"authority":{"authorityName":{"en":"New Office"},"designations":[{"instrument":"UNTOC","article":"18"}]},"replaces":"record-1","lastDay":"2027-01-31"}""",
            form["changes"]![0]!.ToJsonString());
    }

    [Fact]
    public void Of_a_notice_with_several_changes_only_the_one_that_is_corrected_changes()
    {
        var before = Json("""
            {"state":"JEY","kind":"CHANGE_OF_CONTACT","submittedBy":{"office":"Mission","role":"Counsellor"},"noteDate":5,
             "changes":[{"recordId":"other","set":{"comments":"a"}},{"recordId":"record-1","set":{"comments":"b"}}]}
            """);
        var values = EditorForm.Begun(EditorForm.Read(before, 1, Record), before, 1, Record);
        Assert.True(JsonNode.DeepEquals(before, EditorForm.Write(values, before, 1, Record)));
        var form = EditorForm.Write(values.With("record/comments", "c").With("task", "WITHDRAWAL"), before, 1, Record);
        Assert.Equal(("JEY", "CHANGE_OF_CONTACT", "a"), ((string?)form["state"], (string?)form["kind"], (string?)form["changes"]![0]!["set"]!["comments"]));
    }

    [Theory]
    [InlineData("/changes/0/set/phones/1/number", "record/phones/1/number")]
    [InlineData("/changes/0/authority/postalAddress/lines/3", "record/postalAddress/lines")]
    [InlineData("/changes/0/authority/authorityName/fr", "record/authorityName")]
    [InlineData("/changes/0/set/officeHours", "record/officeHours")]
    [InlineData("/changes/0/recordId", "recordId")]
    [InlineData("/changes/0/lastDay", "change/lastDay")]
    [InlineData("/noteDate", "notice/noteDate")]
    [InlineData("/submittedBy/office", "notice/submittedBy/office")]
    [InlineData("/kind", "task")]
    [InlineData("/changes/0/set/nonsense", null)]
    [InlineData("", null)]
    public void A_problem_stands_at_its_field(string pointer, string? name)
    {
        var values = Begin("WITHDRAWAL").With(EditorForm.Begun(Begin("CHANGE_OF_CONTACT"), [], 0, Record)).With("task", "WITHDRAWAL");
        var view = new EditorView(EditorStep.Fields, values, [], Sample.Networks);
        Assert.Equal(name, EditorProblems.Of([Problem.Refuse(ProblemCode.F04, pointer)], view, new(Language.English)).Single().Field);
    }

    [Fact]
    public void Rows_are_numbered_as_they_stand_in_the_form()
    {
        var values = EditorForm.Numbered(EditorValues.Of(
        [
            new("record/phones/2/number", "+1"), new("record/phones/5/number", ""), new("record/phones/9/number", "+2"),
            new("record/phones/x/number", "+3"), new("record/phones/-1/number", "+4"), new("record/phones/99999999999/number", "+5"),
        ]));
        Assert.Equal(("+1", "+2", ""), (values["record/phones/0/number"], values["record/phones/1/number"], values["record/phones/2/number"]));
    }

    private static EditorValues Begin(string task)
    {
        var values = EditorValues.Empty.With("task", task).With("state", "XAA").With("recordId", Record.Id);
        return EditorForm.Begun(values, [], 0, Record);
    }

    private static JsonObject Set(EditorValues values) =>
        (JsonObject)EditorForm.Write(EditorForm.Numbered(values), [], 0, Record)["changes"]![0]!["set"]!;

    private static string Ordered(JsonObject json) =>
        new JsonObject(json.OrderBy(f => f.Key).Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone()))).ToJsonString();

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;

    // With everything that a record can have, so that nothing is lost on the way through the editor.
    private static Authority Whole() => new()
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
