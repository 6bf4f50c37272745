using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Recipients;
using Hub.Notices.Rules;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Deciding;

/// <summary>Whoever let an office write could have written in its name.</summary>
public sealed class SenderSetTests : RefusalCase
{
    [Fact]
    public async Task Who_issued_or_gave_the_key_of_a_sender_is_not_the_only_one_who_approves_its_notice()
    {
        var given = new ApiKey("id", Callers.First.Making(Callers.Mission)) { GivenBy = Callers.Second.Person };
        var notice = await _desk.Routed(Comment, given.Sender());
        foreach (var one in new[] { Callers.First, Callers.Second, Callers.First.Making(new("reviewer-9", CallerKind.Secretariat)) })
            Assert.Equal(NoticeRefusal.OwnWord, Assert.IsType<DecisionResult.NotNow>(await Approve(notice, one)).Why);
        Assert.Equal(0, _desk.Register.Commits);
        Taken(await Approve(notice, new("reviewer-3", CallerKind.Secretariat)));
        Assert.Equal(1, _desk.Register.Commits);
    }

    [Fact]
    public async Task Who_set_the_address_or_rights_of_a_sender_is_not_the_only_one_who_approves_its_notice()
    {
        var office = new Recipient("mission-XAA", Sample.State, "mission@xaa.example", Language.English, "Mission", 0)
        {
            Role = OfficeRole.Mission,
        };
        var first = office.Set(null, Callers.First.Person, null, _desk.Clock.Now);
        var known = (first with { Domains = ["xaa.example"] }).Set(first, Callers.Second.Person, null, _desk.Clock.Now);
        Assert.Equal((known.Id, OfficeRole.Mission), (known.Sender().Name, known.Sender().Role));
        var notice = await _desk.Routed(Comment, known.Sender());
        foreach (var one in new[] { Callers.First, Callers.Second })
            Assert.Equal(NoticeRefusal.OwnWord, Assert.IsType<DecisionResult.NotNow>(await Approve(notice, one)).Why);
        Assert.Equal(0, _desk.Register.Commits);
        Taken(await Approve(notice, new Caller("amina", CallerKind.Secretariat) { SignedIn = true }));
        Assert.Equal(1, _desk.Register.Commits);
    }

    [Fact]
    public void A_reviewers_own_key_is_set_by_nobody_else() =>
        Assert.Null(new ApiKey("id", Callers.First.Making(Callers.Second)) { GivenBy = "reviewer-1" }.Sender().SetBy);
}
