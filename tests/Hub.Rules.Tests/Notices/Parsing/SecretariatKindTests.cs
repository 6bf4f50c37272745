using Hub.Notices;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Parsing;

public sealed class SecretariatKindTests : KindCase
{
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
}
