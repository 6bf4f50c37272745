using System.Text.Json;
using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Planning;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Delivery.Editions;

public sealed class EditionPlanTests
{
    private static readonly Authority Reachable = Sample.Authority("reachable");

    [Fact]
    public void A_plan_says_what_would_be_published_and_who_would_get_it_in_which_language()
    {
        var plan = Plan(
            Sample.Register(Reachable, Sample.Authority("other", Sample.OtherState)), Mission("m1", Language.French),
            Mission("m2", Language.French), Mission("m3", Language.Arabic));
        Assert.Equal((2, 2), (plan.Authorities, plan.States));
        Assert.Equal([new(Language.French, 2), new(Language.Arabic, 1)], plan.ByLanguage);
        Assert.Equal(["directory.json", "directory.txt", "changes.json"], plan.Files.Select(f => f.Name));
        Assert.Equal(
            (3, 3L * EditionPlanner.BytesOfALink, Sample.Now.AddSeconds(3)),
            (plan.WithLink.Mails, plan.WithLink.Bytes, plan.WithLink.Finish));
    }

    [Fact]
    public void A_plan_shows_no_address() => Assert.DoesNotContain(
        "@", JsonSerializer.Serialize(Plan(Sample.Register(Reachable), Mission("m1", Language.French)), HubJson.Public),
        StringComparison.Ordinal);

    [Fact]
    public void An_authority_without_a_functional_mailbox_is_named() =>
        Assert.Equal(
            ["silent"],
            Problem(
                PlanProblemKind.AuthorityWithoutAddress, With(r => r with { Emails = [new("a.person@mail.example", null, false)] })).Ids);

    [Fact]
    public void A_State_whose_mission_is_not_told_is_named()
    {
        Assert.Equal(["XAA"], Problem(PlanProblemKind.StateWithoutMission, Reachable).Ids);
        Assert.DoesNotContain(
            Plan(Sample.Register(Reachable), Mission("m1", Language.French)).Problems, p => p.Kind == PlanProblemKind.StateWithoutMission);
    }

    [Theory]
    [InlineData(-15, false)]
    [InlineData(-16, true)]
    public void A_record_that_was_not_confirmed_for_fifteen_months_is_named(int months, bool named)
    {
        var record = Reachable with { Upkeep = Reachable.Upkeep with { LastConfirmedOn = Sample.Now.AddMonths(months) } };
        Assert.Equal(named, Plan(Sample.Register(record)).Problems.Any(p => p.Kind == PlanProblemKind.NotConfirmed));
    }

    [Fact]
    public void A_State_without_a_name_in_every_language_is_named() =>
        Assert.Equal(["ZZZ"], Problem(PlanProblemKind.NameMissing, Reachable, Sample.Authority("z", new("ZZZ"))).Ids);

    [Fact]
    public void A_recipient_whose_address_bounced_is_named()
    {
        var problem = Plan(Sample.Register(Reachable), ["m1"], [Mission("m1", Language.French)]).Problems
            .Single(p => p.Kind == PlanProblemKind.AddressBounced);
        Assert.Equal(["m1"], problem.Ids);
    }

    [Fact]
    public void A_text_too_long_for_a_workbook_is_named() =>
        Assert.Equal(["silent"], Problem(PlanProblemKind.TooLongForWorkbook, With(r => r with { Comments = new string('x', 40_000) })).Ids);

    [Fact]
    public void What_cannot_be_written_is_named_with_the_files_that_would_lack_it_before_anything_is_frozen()
    {
        var plan = Plan(Sample.Register(Reachable), [], [], new() { Unwritable = ["reachable"] });
        var left = Assert.Single(plan.LeftOut);
        Assert.Equal((Sample.State, EditionSubject.Authority, "reachable"), (left.State, left.Subject, left.Id));
        Assert.Equal(["directory.txt"], left.Files);
        Assert.Equal(["reachable"], plan.Problems.Single(p => p.Kind == PlanProblemKind.CannotBeWritten).Ids);
    }

    [Fact]
    public void A_plan_says_how_many_would_get_a_mail() => Assert.Equal(
        1, Plan(Sample.Register(Reachable), ["m1"], [Mission("m1", Language.French), Mission("m2", Language.French)]).Recipients);

    [Fact]
    public void A_record_with_a_hole_where_an_address_should_be_stops_no_plan() =>
        Assert.Contains("silent", Problem(PlanProblemKind.AuthorityWithoutAddress, With(r => r with { Emails = [null!] })).Ids);

    private static PlanProblem Problem(PlanProblemKind kind, params Authority[] authorities) =>
        Plan(Sample.Register(authorities)).Problems.Single(p => p.Kind == kind);

    private static Authority With(Func<AuthorityRestricted, AuthorityRestricted> change) =>
        Reachable with { Id = "silent", Restricted = change(Reachable.Restricted) };

    private static EditionPlan Plan(RegisterSnapshot register, params Recipient[] recipients) => Plan(register, [], recipients);

    private static EditionPlan Plan(
        RegisterSnapshot register, IReadOnlyList<string> bounced, Recipient[] recipients, PlainRenderer? renderer = null)
    {
        var edition = new EditionContent(register, Sample.Today, Sample.Data).Of(new(2025, 1));
        return new EditionPlanner(renderer ?? new PlainRenderer(), SendingLimits.Exchange, new ManualClock())
            .Of(edition, EditionChanges.Between(null, edition), new(recipients, 0, [MailboxLoad.Fresh(recipients.Length)], bounced));
    }

    private static Recipient Mission(string id, Language language) =>
        new(id, Sample.State, $"{id}@mission.example", language, "Mission", 0);
}
