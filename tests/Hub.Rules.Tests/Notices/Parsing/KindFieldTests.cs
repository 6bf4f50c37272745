using Hub.Notices;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Parsing;

public sealed class KindFieldTests : KindCase
{
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
}
