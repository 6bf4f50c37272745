using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Rules;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices;

/// <summary>A territory is spoken for by its State, whose key sends its notices (V08).</summary>
public sealed class TerritoryTests
{
    private static readonly StateCode Kingdom = new("GBR");
    private static readonly Caller Mission = new("Permanent Mission of the Kingdom", CallerKind.State, Kingdom, OfficeRole.Mission);

    [Theory]
    [InlineData("Jersey")]
    [InlineData("JEY")]
    [InlineData("Guernsey")]
    public async Task The_key_of_a_State_speaks_for_its_territory(string name)
    {
        var desk = new Desk();
        var accepted = Assert.IsType<SubmissionResult.Accepted>(await desk.Submit(Designating(name), Mission));
        Assert.Equal(Kingdom, accepted.Notice.State);
        Assert.Contains(accepted.Notice.Problems, p => (p.Code, p.Outcome, p.Field) == (ProblemCode.V08, Outcome.Warn, "/state"));
        Assert.IsType<SubmissionResult.ForeignState>(await desk.Submit(Designating(name), Callers.Mission));
        Assert.IsType<SubmissionResult.ForeignState>(await desk.Submit(Designating("XKX"), Mission));
    }

    [Fact]
    public void Its_authority_is_one_of_the_State_for_that_jurisdiction()
    {
        var designate = Assert.IsType<Change.Designate>(Read(Designating("Jersey")).Changes.Single());
        Assert.Equal((Kingdom, "JEY"), (designate.Public.State, designate.Public.Jurisdiction));
        var own = Designating("Jersey", """{"jurisdiction":"GB-JEY","state":"JEY"}""");
        Assert.Equal("GB-JEY", Assert.IsType<Change.Designate>(Read(own).Changes.Single()).Public.Jurisdiction);
    }

    [Fact]
    public void Beside_the_authority_of_the_State_it_replaces_nobody()
    {
        var whole = Sample.Reference(Sample.Authority(state: Kingdom));
        Assert.DoesNotContain(Read(Designating("Jersey"), whole).Problems, p => p.Code == ProblemCode.V06);
        Assert.Contains(Read(Designating("GBR"), whole).Problems, p => p.Code == ProblemCode.V06);
    }

    [Fact]
    public void A_record_that_was_kept_under_the_territory_can_be_changed_by_its_State()
    {
        var notice = Sample.Amending("""{"comments":"x"}""", """{"state":"Jersey"}""");
        var kept = Sample.Reference(Sample.Authority(state: new("JEY")));
        Assert.NotEqual(Outcome.Refuse, Read(notice, kept).Gravest);
        notice["state"] = "SEN";
        Assert.Equal(Outcome.Refuse, Sample.Read(notice, Callers.OtherMission, kept).Gravest);
    }

    [Fact]
    public void Networks_list_the_territory_itself()
    {
        var notice = Sample.Claiming("CARIN");
        notice["state"] = "Jersey";
        var membership = Assert.IsType<Change.SetMembership>(Read(notice).Changes.Single()).Membership;
        Assert.Equal(new StateCode("JEY"), membership.State);
        // Everybody reads it: of the notice it names the State and the day, and nothing in the sender's words.
        Assert.Matches(@"^notice of [A-Z]{3}(, \d{4}-\d{2}-\d{2})?$", membership.Source);
        notice["state"] = "GBR";
        notice["changes"]![0]!["membership"]!["state"] = "GGY";
        Assert.Equal(new StateCode("GGY"), Assert.IsType<Change.SetMembership>(Read(notice).Changes.Single()).Membership.State);
        notice["changes"]![0]!["membership"]!["state"] = "SEN";
        Assert.Contains(Read(notice).Problems, p => (p.Code, p.Outcome) == (ProblemCode.F07, Outcome.Refuse));
    }

    private static Understanding Read(JsonObject notice, Reference? reference = null) =>
        Sample.Read(notice, Mission, reference ?? Sample.Reference());

    private static JsonObject Designating(string state, string? authority = null) =>
        Sample.Designating(authority, $$"""{"state":"{{state}}"}""");
}
