using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Log;

public sealed class DeclarationCommitTests : CommitCase
{
    [Fact]
    public void A_nil_is_declared_on_the_day_of_the_note_and_takes_the_place_of_an_earlier_one_for_the_pair()
    {
        Apply(new Change.DeclareNil(Sample.Mla));
        Apply(new Change.DeclareNil(Sample.Extradition));
        var e = Apply(new Change.DeclareNil(Sample.Mla), noteDate: new(2025, 3, 1)).Events[0];
        Assert.Equal((EventType.NilDeclared, Sample.State, Sample.Mla, "n"), (e.Type, e.State!.Value, e.Facts.Pair!, e.Facts.NoticeId));
        Assert.Equal(
            [(Sample.Extradition, Sample.Today), (Sample.Mla, new DateOnly(2025, 3, 1))],
            _register.FactsOf(Sample.State).NilDeclarations.Select(n => (n.Pair, n.DeclaredOn)));
    }

    [Fact]
    public void A_legal_basis_keeps_its_own_day_else_that_of_the_note_and_leaves_other_instruments()
    {
        Apply(new Change.DeclareLegalBasis(new(Instrument.Untoc, LegalBasisValue.Yes, new(2024, 1, 1))), noteDate: new(2025, 3, 1));
        var e = Apply(new Change.DeclareLegalBasis(new(Instrument.Uncac, LegalBasisValue.No)), noteDate: new(2025, 3, 1)).Events[0];
        var uncac = new LegalBasis(Instrument.Uncac, LegalBasisValue.No, new(2025, 3, 1));
        Assert.Equal(
            (EventType.LegalBasisDeclared, Sample.State, uncac, "n"), (e.Type, e.State!.Value, e.Facts.LegalBasis!, e.Facts.NoticeId));
        Assert.Equal(
            [new(Instrument.Untoc, LegalBasisValue.Yes, new(2024, 1, 1)), uncac], _register.FactsOf(Sample.State).LegalBasis);
    }

    [Fact]
    public void A_membership_is_its_States_whoever_sent_the_notice_and_the_event_says_all_of_it()
    {
        var membership = new Membership(
            "wacap", Sample.OtherState, MembershipRole.Observer, Sample.Today, Sample.Today.AddDays(1), "s", Confidence.Low, null);
        var e = Apply(new Change.SetMembership(membership)).Events[0];
        Assert.Equal(
            (EventType.MembershipChanged, Sample.OtherState, "wacap", MembershipRole.Observer, Sample.Today, Sample.Today.AddDays(1), "n"),
            (e.Type, e.State!.Value, e.Facts.Network, e.Facts.Role!.Value, e.Facts.ValidFrom!.Value, e.Facts.ValidTo!.Value,
            e.Facts.NoticeId));
        Assert.Equal(membership, _register.Memberships[("wacap", Sample.OtherState)]);
    }
}
