using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Parsing;

public sealed class DesignationKindTests : KindCase
{
    [Fact]
    public void A_new_designation_is_understood_with_what_the_note_says_of_it()
    {
        var change = One<Change.Designate>(
            Sample.Designating(notice: """{"officialRef":"PMV/1","noteDate":"2025-03-10","effectiveFrom":"2025-03-12"}"""));
        var designation = Assert.Single(change.Restricted.Designations);
        Assert.Equal(Sample.State, change.Public.State);
        Assert.Equal(
            (new DateOnly(2025, 3, 12), new DateOnly(2025, 3, 10), "PMV/1"),
            (designation.EffectiveFrom, designation.NotifiedOn, designation.NoteRef));
        Assert.Null(change.Replaces);
    }

    [Fact]
    public void A_change_of_designation_names_the_record_it_replaces()
    {
        var notice = Sample.Designating(notice: """{"kind":"CHANGE_OF_DESIGNATION"}""");
        notice["changes"]![0]!["replaces"] = Sample.Record;
        notice["changes"]![0]!["lastDay"] = "2025-03-31";
        var change = One<Change.Designate>(notice);
        Assert.Equal((Sample.Record, new DateOnly(2025, 3, 31)), (change.Replaces, change.PreviousEndsOn));
    }

    [Fact]
    public void A_change_of_designation_may_also_amend_a_record() =>
        Assert.True(One<Change.Amend>(Change(NoticeKind.ChangeOfDesignation, $$"""{{{Id}},"set":{"designations":[{{Pair}}]} }"""))
            .ChangesDesignation());

    [Fact]
    public void A_designation_brings_along_what_its_note_says_of_the_legal_basis_and_of_networks()
    {
        var notice = Sample.Designating();
        ((JsonArray)notice["changes"]!).Add(Sample.Object("""{"legalBasis":{"instrument":"UNTOC","value":"YES"}}"""));
        ((JsonArray)notice["changes"]!).Add(Sample.Object("""{"membership":{"network":"WACAP"}}"""));
        Assert.Equal(
            [typeof(Change.Designate), typeof(Change.DeclareLegalBasis), typeof(Change.SetMembership)],
            Sample.Read(notice).Changes.Select(c => c.GetType()));
        notice["changes"]![1]!["lastDay"] = "2025-03-31";
        Assert.Equal(["F07 /changes/1/lastDay"], Refusals(Sample.Read(notice)));
    }
}
