using Hub.Intake.Forms.Reading;
using Hub.Notices;
using Hub.Register.Json;

namespace Hub.Rules.Tests.Intake.Forms;

public sealed class FormKindTests
{
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
}
