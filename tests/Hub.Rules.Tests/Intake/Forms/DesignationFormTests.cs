using System.Text;
using Hub.Intake.Forms;
using Hub.Intake.Forms.Reading;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Forms;

public sealed class DesignationFormTests
{
    private const string New = """
        State: XAA
        Type of notice: new designation
        Date of effect: 2025-04-01
        Name in English: Office of International Legal Cooperation
        Kind of institution: ministry of justice
        mutual legal assistance (Organized Crime Convention, article 18): X
        extradition (Organized Crime Convention, article 16): competent authority
        Telephone: +999 1 555 0100
        24-hour line: +999 1 555 0199
        E-mail: cooperation@justice.example
        Monday: 08.30-12.30, 13:30-17:00
        Time zone: Europe/Vienna
        Languages of requests: English, fr
        Requests through INTERPOL: in urgent cases only
        Previous authority replaced: none
        Declaration under article 16 (5) of the Organized Crime Convention: yes
        Member of networks: WACAP
        """;

    [Fact]
    public void What_a_form_says_is_the_notice_that_the_hub_takes()
    {
        var read = DesignationFormParser.ReadText(New);
        Assert.True(read.IsForm);
        Assert.Empty(read.Problems);
        var understood = Sample.Read(read.Notice);
        Assert.Equal(
            [typeof(Change.Designate), typeof(Change.DeclareLegalBasis),
                typeof(Change.SetMembership)],
            understood.Changes.Select(c => c.GetType()));
        Assert.DoesNotContain(understood.Problems, p => p.Code.ToString()[0] == 'F');
        Assert.Equal(
            """[{"instrument":"UNTOC","article":"16","matter":"EXTRADITION","function":"COMPETENT_AUTHORITY"},{"instrument":"UNTOC","article":"18","matter":"MLA"}]""",
            read.Notice["changes"]![0]!["authority"]!["designations"]!.ToJsonString(HubJson.Options));
    }

    [Fact]
    public void Every_value_says_where_it_was_read_and_in_which_words()
    {
        var phone = DesignationFormParser.ReadText(New, "note.txt").Proposals.Single(p => p.Pointer == "/changes/0/authority/phones/1");
        Assert.Equal(new FormPlace("note.txt") { Line = 9 }, phone.Place);
        Assert.Equal("+999 1 555 0199", phone.Words);
        Assert.Equal("AROUND_THE_CLOCK", (string)phone.Value["purpose"]!);
    }

    [Theory]
    [InlineData("Téléphone : +999 1 555 0100")]
    [InlineData("  - Tél. : +999 1 555 0100")]
    [InlineData("TELEPHONE:+999 1 555 0100")]
    [InlineData("C15. Teléfono: +999 1 555 0100")]
    [InlineData("Телефон: +999 1 555 0100")]
    [InlineData("电话：+999 1 555 0100")]
    [InlineData("الهاتف: ‎+٩٩٩ ١ ٥٥٥ ٠١٠٠")]
    public void A_label_is_known_in_every_language_and_however_it_is_written(string line)
    {
        var read = DesignationFormParser.ReadText($"Dear colleagues,\n\n{line}\n\nWith best regards");
        Assert.Equal("+999 1 555 0100", (string)Assert.Single(read.Proposals).Value["number"]!);
    }

    [Fact]
    public void What_has_no_label_is_left_alone_and_so_is_what_is_quoted()
    {
        var read = DesignationFormParser.ReadText(
            "From: mission@state.example\nDear colleagues, please note: our office has moved.\nAddress: 12 Harbour Road\n1000 Port Arven\n\nSigned: A. N. Other\n> Telephone: +999 1 555 0000\n"
        );
        Assert.Equal(["\"12 Harbour Road\"", "\"1000 Port Arven\""], read.Proposals.Select(p => p.Value.ToJsonString()));
        Assert.False(read.IsForm);
        Assert.Empty(read.Problems);
    }

    [Theory]
    [InlineData(
        "CHANGE_OF_CONTACT",
        "Record amended: r1\nTelephone: +999 1",
        """[{"recordId":"r1","set":{"phones":[{"purpose":"OFFICE","number":"+999 1"}]}}]"""
    )]
    [InlineData(
        "WITHDRAWAL",
        "Record amended: r1\nLast day of the previous authority: 2025-03-31\nmutual legal assistance (Organized Crime Convention, article 18): x",
        """[{"recordId":"r1","pairs":[{"instrument":"UNTOC","article":"18","matter":"MLA"}],"lastDay":"2025-03-31"}]"""
    )]
    [InlineData(
        "NIL_DECLARATION",
        "extradition (Organized Crime Convention, article 16): x\nmutual legal assistance (Organized Crime Convention, article 18): liaison",
        """[{"pair":{"instrument":"UNTOC","article":"16","matter":"EXTRADITION"}},{"pair":{"instrument":"UNTOC","article":"18","matter":"MLA"}}]"""
    )]
    [InlineData("CONFIRMATION_NO_CHANGE", "Record amended: r1", """[{"recordId":"r1"}]""")]
    [InlineData(
        "CHANGE_OF_DESIGNATION",
        "Record amended: r1\nLimits of scope: coast only\nextradition (Organized Crime Convention, article 16): x",
        """[{"recordId":"r1","set":{"designations":[{"instrument":"UNTOC","article":"16","matter":"EXTRADITION","scope":"coast only"}]}}]"""
    )]
    [InlineData(
        "LEGAL_BASIS_DECLARATION",
        "Declaration under article 44 (6) of the Convention against Corruption: NO\nDate of the declaration (Convention against Corruption): 2010-01-02",
        """[{"legalBasis":{"instrument":"UNCAC","value":"NO","declaredOn":"2010-01-02"}}]"""
    )]
    [InlineData(
        "NETWORK_MEMBERSHIP",
        "Member of networks: WACAP\nObserver in networks: EJN",
        """[{"membership":{"role":"MEMBER","network":"WACAP"}},{"membership":{"role":"OBSERVER","network":"EJN"}}]"""
    )]
    public void Each_kind_of_notice_has_its_values_where_it_wants_them(string kind, string lines, string changes)
    {
        var read = DesignationFormParser.ReadText($"Type of notice: {kind}\n{lines}");
        Assert.Empty(read.Problems);
        Assert.Equal(changes, read.Notice["changes"]!.ToJsonString(HubJson.Options));
    }

    [Fact]
    public void The_kind_may_be_the_notices_own()
    {
        var read = DesignationFormParser.ReadText("Telephone: +999 1 555 0100", null, NoticeKind.ChangeOfContact);
        Assert.Equal("/changes/0/set/phones/0", Assert.Single(read.Proposals).Pointer);
    }

    [Theory]
    [InlineData("Telefone: +999 1", "F20 Telefone | f.txt : 4 | Telephone")]
    [InlineData("State: SEN", "F21 A1 State | f.txt : 1 | f.txt : 4")]
    [InlineData("Date of effect: soon", "F23 A3 Date of effect | f.txt : 4 | year-month-day: 2025-04-01")]
    [InlineData("Monday: all day", "F23 D1 Monday | f.txt : 4 | from-to on the 24-hour clock, breaks by a comma: 08:30-12:30, 13:30-17:00")]
    [InlineData(
        "Kind of institution: bank",
        "F23 C10 Kind of institution | f.txt : 4 | one of: ministry of justice / ministry of foreign affairs / prosecution service / court / police / coast guard or navy / anti-corruption body / customs / ministry of the interior / other institution"
    )]
    [InlineData("Oral requests in urgent cases: perhaps", "F23 F14 Oral requests in urgent cases | f.txt : 4 | yes or no")]
    [InlineData("Channel (by fax): first", "F23 F7 Channel (by fax) | f.txt : 4 | 1 for the preferred one, then 2, 3 …")]
    [InlineData("Record amended: r1", "F24 A7 Record amended | f.txt : 4")]
    public void What_cannot_be_understood_is_asked_with_its_place(string line, string problem)
    {
        var read = DesignationFormParser.ReadText($"State: XAA\nType of notice: new designation\nCity: Port Arven\n{line}", "f.txt");
        Assert.Equal([problem], read.Problems.Select(p => $"{p.Code} {string.Join(" | ", p.Arguments)}"));
        Assert.All(read.Problems, p => Assert.Equal(Outcome.Query, p.Outcome));
    }

    [Fact]
    public void A_date_that_can_be_read_in_two_ways_goes_on_to_the_rule_that_asks_about_it()
    {
        var read = DesignationFormParser.ReadText(New.Replace("2025-04-01", "03/04/2025", StringComparison.Ordinal));
        Assert.Empty(read.Problems);
        Assert.Contains(Sample.Read(read.Notice).Problems, p => p is { Code: ProblemCode.V24, Field: "/effectiveFrom" });
    }

    [Fact]
    public void A_form_of_another_version_is_not_read()
    {
        var read = Json("""{"form":"designation/7","fields":[{"code":"A1","value":"XAA"}]}""");
        Assert.Equal(["F22 designation/7 designation/1"], read.Problems.Select(p => $"{p.Code} {string.Join(' ', p.Arguments)}"));
        Assert.True(read.IsForm);
        Assert.Empty(read.Proposals);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"form":1}""")]
    [InlineData("""{"form":"x","fields":5}""")]
    [InlineData("""{"form":"designation/1","form":"designation/1"}""")]
    [InlineData("""{"fields":[{"code":"A1","value":"XAA"}]}""")]
    public void Json_that_is_no_form_is_none(string json) => Assert.False(Json(json).IsForm);

    [Fact]
    public void A_json_form_may_hold_lists_and_numbers()
    {
        var read = Json(
            """{"form":"designation/1","fields":[5,null,{"code":"A2","value":"NEW_DESIGNATION"},{"code":"C15","value":["+999 1","+999 2"]},{"code":"F15","value":24},{"code":"D12","value":true},{"code":"Z9","label":"?","value":"x"}]}"""
        );
        Assert.Equal(
            """{"phones":[{"purpose":"OFFICE","number":"+999 1"},{"purpose":"OFFICE","number":"+999 2"}],"outOfHoursReach":true,"urgentProcedure":{"confirmWithinHours":24}}""",
            read.Notice["changes"]![0]!["authority"]!.ToJsonString(HubJson.Options));
        Assert.Equal(["F20 Z9 ? f /fields/6/value"], read.Problems.Select(p => $"{p.Code} {p.Arguments[0]} {p.Arguments[1]}"));
    }

    [Theory]
    [InlineData(
        "designation/1;Formulaire\r\nA1;État;;XAA\r\nC11;Adresse;;\"12, rue du Port\nPort Arven\"\r\n",
        "XAA|12, rue du Port|Port Arven"
    )]
    [InlineData("\"designation/1\",Form\nA1,State,,XAA\nC20,Website,,\"'=x\"\n", "XAA|=x")]
    [InlineData("\"\uFEFF\"\"designation/1\"\"\",Form\nA1,State,,XAA\nC12,City,,Port Arven\n", "XAA|Port Arven")]
    [InlineData("State\tXAA\nCity\tPort Arven\nPostcode\t1000\n", "XAA|Port Arven|1000")]
    [InlineData("designation/1,Form\nA1,State,,XAA\nC12,City,,\"Port Arven", "XAA|Port Arven")]
    public void A_table_is_read_whatever_separates_its_cells(string table, string values)
    {
        var read = DesignationFormParser.Read(DocumentKind.Csv, "f", new MemoryStream(Encoding.UTF8.GetBytes(table)));
        Assert.True(read.IsForm);
        Assert.Equal(values.Split('|'), read.Proposals.Select(p => (string)p.Value!));
    }

    private static DesignationReading Json(string json) =>
        DesignationFormParser.Read(DocumentKind.Json, "f", new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
