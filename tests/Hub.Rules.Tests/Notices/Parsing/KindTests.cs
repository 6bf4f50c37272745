using Hub.Notices;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Parsing;

public sealed class KindTests : KindCase
{
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
}
