using Hub.Notices;
using Hub.Notices.Recipients;
using Hub.Notices.Rules;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Contacts;

public sealed class AnothersAddressTests
{
    private const string Field = "/changes/0/set/emails/0/address";

    [Theory]
    [InlineData("office@justice.sen.example")]
    [InlineData("OFFICE@justice.sen.example")]
    [InlineData("mission@sen.example")]
    public void An_address_of_another_States_office_is_asked_about(string address) =>
        Trips(Emails(address), ProblemCode.V33, Outcome.Query, Field, reference: Known());

    [Theory]
    [InlineData("cooperation@justice.example")]
    [InlineData("mission@arvenia.example")]
    [InlineData("new@justice.example")]
    public void One_of_its_own_or_a_new_one_is_not(string address) => Passes(Emails(address), ProblemCode.V33, reference: Known());

    [Fact]
    public void What_a_change_leaves_alone_is_not_asked_about() =>
        Passes(Sample.Amending("""{"comments":"x"}"""), ProblemCode.V33, reference: Known() with { Register = Both("cooperation@justice.example") });

    [Fact]
    public async Task A_notice_is_asked_about_a_mission_of_another_State_too()
    {
        var desk = new Desk(Sample.Authority());
        desk.Offices.Put(new Recipient("mission-SEN", Sample.OtherState, "mission@sen.example", Language.French, "Mission", 0));
        var notice = ((SubmissionResult.Accepted)await desk.Submit(Emails("mission@sen.example"), Callers.Mission)).Notice;
        Assert.Equal(NoticeStatus.Query, (await desk.Advance(notice)).Status);
    }

    private static System.Text.Json.Nodes.JsonObject Emails(string address) => Sample.Amending($$"""{"emails":[{"address":"{{address}}"}]}""");

    private static Reference Known() => Sample.Data.With(Both("office@justice.sen.example")) with
    {
        Offices =
        [
            new("mission-SEN", Sample.OtherState, "mission@sen.example", Language.French, "Mission", 0),
            new("mission-XAA", Sample.State, "mission@arvenia.example", Language.French, "Mission", 0),
        ],
    };

    private static Hub.Register.Log.RegisterSnapshot Both(string address)
    {
        var other = Sample.Authority("other", Sample.OtherState);
        return Sample.Register(Sample.Authority(), other with { Restricted = other.Restricted with { Emails = [new(address)] } });
    }
}
