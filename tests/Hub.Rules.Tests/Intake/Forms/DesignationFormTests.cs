using Hub.Intake.Forms.Reading;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Forms;

public sealed class DesignationFormTests : FormCase
{
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
}
