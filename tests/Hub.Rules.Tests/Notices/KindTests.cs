using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Rules;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices;

public sealed class KindTests
{
    private const string Id = $"\"recordId\":\"{Sample.Record}\"";
    private const string Pair = """{"instrument":"UNTOC","article":"18","matter":"MLA"}""";

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

    [Fact]
    public void Contact_details_are_amended() =>
        Assert.False(One<Change.Amend>(Sample.Amending("""{"comments":"x"}""")).ChangesDesignation());

    [Theory]
    [InlineData("""{%id,"lastDay":"2025-03-31"}""", null, "2025-03-31")]
    [InlineData("""{%id}""", null, "2025-03-14")]
    [InlineData("""{%id,"pairs":[%pair]}""", 1, "2025-03-14")]
    public void A_withdrawal_has_its_pairs_and_its_last_day(string change, int? pairs, string lastDay)
    {
        var withdrawn = One<Change.Withdraw>(Change(
            NoticeKind.Withdrawal, change.Replace("%id", Id, StringComparison.Ordinal).Replace("%pair", Pair, StringComparison.Ordinal)));
        Assert.Equal((pairs, lastDay), (withdrawn.Pairs?.Count, $"{withdrawn.LastDay:yyyy-MM-dd}"));
    }

    [Fact]
    public void A_withdrawal_of_what_was_never_designated_is_refused() => Assert.Equal(
        ["F06 /changes/0/pairs/0"],
        Refusals(Sample.Read(
            Change(NoticeKind.Withdrawal, $$"""{{{Id}},"pairs":[{"instrument":"UNTOC","article":"16","matter":"EXTRADITION"}]}"""))));

    [Fact]
    public void The_other_kinds_are_understood()
    {
        Assert.Equal(Sample.Record, One<Change.Confirm>(Change(NoticeKind.ConfirmationNoChange, $"{{{Id}}}")).RecordId);
        Assert.Equal(Sample.Mla, One<Change.DeclareNil>(Change(NoticeKind.NilDeclaration, $$"""{"pair":{{Pair}}}""")).Pair);
        Assert.Equal("STRIKE", One<Change.Announce>(Change(
            NoticeKind.TemporaryMeasure,
            $$"""{{{Id}},"temporaryNotice":{"kind":"STRIKE","text":"Closed.","from":"2025-03-20"} }""")).Notice.Kind);
        Assert.Equal(new LegalBasis(Instrument.Untoc, LegalBasisValue.Yes), One<Change.DeclareLegalBasis>(
            Change(NoticeKind.LegalBasisDeclaration, """{"legalBasis":{"instrument":"UNTOC","value":"YES"}}""")).Declaration);
    }

    [Fact]
    public void A_State_claims_a_membership_for_itself_only()
    {
        var membership = One<Change.SetMembership>(Change(
            NoticeKind.NetworkMembership, """{"membership":{"network":"Sahel","role":"OBSERVER"}}""")).Membership;
        Assert.Equal(("sahel-platform", Sample.State, MembershipRole.Observer, Confidence.Medium),
            (membership.Network, membership.State, membership.Role, membership.Confidence));
        Assert.Equal(["F07 /changes/0/membership/state"],
            Refusals(Sample.Read(Change(NoticeKind.NetworkMembership, """{"membership":{"network":"wacap","state":"SEN"}}"""))));
    }

    [Fact]
    public void The_Secretariat_records_a_membership_for_any_State() => Assert.Equal(
        Sample.OtherState,
        One<Change.SetMembership>(
            Change(NoticeKind.NetworkMembership, """{"membership":{"network":"wacap","state":"SEN"}}"""), Callers.First).Membership.State);

    [Theory]
    [InlineData("""{"authority":%authority}""", typeof(Change.Designate))]
    [InlineData("""{%id,"set":{"comments":"x"}}""", typeof(Change.Amend))]
    [InlineData("""{"membership":{"network":"wacap"}}""", typeof(Change.SetMembership))]
    [InlineData("""{"legalBasis":{"instrument":"UNCAC","value":"NO"}}""", typeof(Change.DeclareLegalBasis))]
    [InlineData("""{"pair":%pair}""", typeof(Change.DeclareNil))]
    [InlineData("""{%id,"temporaryNotice":{"kind":"k","text":"t","from":"2025-01-01"}}""", typeof(Change.Announce))]
    [InlineData("""{%id,"lastDay":"2025-01-01"}""", typeof(Change.Withdraw))]
    [InlineData("{%id}", typeof(Change.Confirm))]
    public void A_correction_is_what_its_fields_say(string change, Type type)
    {
        var text = change.Replace("%id", Id, StringComparison.Ordinal).Replace("%pair", Pair, StringComparison.Ordinal)
            .Replace("%authority", Sample.AuthorityJson().ToJsonString(), StringComparison.Ordinal);
        Assert.IsType(type, Assert.Single(Sample.Read(Change(NoticeKind.Correction, text), Callers.First).Changes));
    }

    [Fact]
    public void Corrections_are_the_Secretariats() =>
        Assert.Equal(["F07 /kind"], Refusals(Sample.Read(Change(NoticeKind.Correction, $"{{{Id}}}"))));

    [Fact]
    public void What_is_no_notice_changes_nothing()
    {
        var understood = Sample.Read(Sample.Notice(NoticeKind.NotANotice));
        Assert.Empty(understood.Changes);
        Assert.Empty(understood.Problems);
    }

    [Theory]
    [InlineData(NoticeKind.ChangeOfContact, "{}", "F04 /changes/0/recordId", "F04 /changes/0/set")]
    [InlineData(NoticeKind.Withdrawal, "{}", "F04 /changes/0/recordId")]
    [InlineData(NoticeKind.NilDeclaration, "{}", "F04 /changes/0/pair")]
    [InlineData(NoticeKind.TemporaryMeasure, "{}", "F04 /changes/0/recordId", "F04 /changes/0/temporaryNotice")]
    [InlineData(NoticeKind.LegalBasisDeclaration, "{}", "F04 /changes/0/legalBasis")]
    [InlineData(NoticeKind.NetworkMembership, "{}", "F04 /changes/0/membership")]
    [InlineData(NoticeKind.NetworkMembership, """{"membership":{"network":"nonesuch"}}""", "F06 /changes/0/membership/network")]
    [InlineData(NoticeKind.ConfirmationNoChange, """{"recordId":"nonesuch"}""", "F06 /changes/0/recordId")]
    [InlineData(NoticeKind.ConfirmationNoChange, """{"recordId":"foreign"}""", "F06 /changes/0/recordId")]
    [InlineData(
        NoticeKind.LegalBasisDeclaration,
        """{"legalBasis":{"instrument":"UNTOC","value":"PERHAPS"}}""",
        "F03 /changes/0/legalBasis/value"
    )]
    public void A_kind_says_which_field_it_misses(NoticeKind kind, string change, params string[] refusals) =>
        Assert.Equal(
            refusals,
            Refusals(Sample.Read(
                Change(kind, change), reference: Sample.Reference(Sample.Authority(), Sample.Authority("foreign", Sample.OtherState)))));

    [Theory]
    [InlineData(NoticeKind.ConfirmationNoChange, """{%id,"set":{"comments":"x"}}""", "/changes/0/set")]
    [InlineData(NoticeKind.Withdrawal, """{%id,"pair":%pair}""", "/changes/0/pair")]
    [InlineData(NoticeKind.ChangeOfContact, """{%id,"set":{"comments":"x"},"membership":{"network":"wacap"}}""", "/changes/0/membership")]
    [InlineData(NoticeKind.NilDeclaration, """{%id,"pair":%pair}""", "/changes/0/recordId")]
    public void A_field_that_the_kind_does_not_have_is_not_dropped_without_a_word(NoticeKind kind, string change, string field) =>
        Assert.Equal(
            [$"F07 {field}"],
            Refusals(Sample.Read(
                Change(kind, change.Replace("%id", Id, StringComparison.Ordinal).Replace("%pair", Pair, StringComparison.Ordinal)))));

    [Fact]
    public void An_authority_of_another_State_is_refused() =>
        Assert.Equal(["F06 /changes/0/authority/state"], Refusals(Sample.Read(Sample.Designating("""{"state":"SEN"}"""))));

    [Fact]
    public void A_record_does_not_move_to_another_State() =>
        Assert.Equal(["F06 /changes/0/set/state"], Refusals(Sample.Read(Sample.Amending("""{"state":"SEN"}"""))));

    [Fact]
    public void A_question_about_a_date_does_not_make_its_part_missing()
    {
        var understood = Sample.Read(
            Change(NoticeKind.TemporaryMeasure, $$"""{{{Id}},"temporaryNotice":{"kind":"k","text":"t","from":"03/04/2025"} }"""));
        Assert.Equal(
            (ProblemCode.V24, "/changes/0/temporaryNotice/from"), (Assert.Single(understood.Problems).Code, understood.Problems[0].Field));
    }

    private static JsonObject Change(NoticeKind kind, string change) => Sample.Notice(kind, Sample.Object(change));

    private static T One<T>(JsonObject notice, Caller? sender = null) where T : Change
    {
        var understood = Sample.Read(notice, sender);
        Assert.Empty(Refusals(understood));
        return Assert.IsType<T>(Assert.Single(understood.Changes));
    }

    private static IEnumerable<string> Refusals(Understanding understood) =>
        understood.Problems.Where(p => p.Outcome == Outcome.Refuse).Select(p => $"{p.Code} {p.Field}").Order(StringComparer.Ordinal);
}
