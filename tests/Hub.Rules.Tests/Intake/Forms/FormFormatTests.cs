using System.Text;
using Hub.Intake.Forms;
using Hub.Intake.Forms.Reading;
using Hub.Notices.Documents;
using Hub.Register.Json;

namespace Hub.Rules.Tests.Intake.Forms;

public sealed class FormFormatTests
{
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
