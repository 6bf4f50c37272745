using Hub.Functions.Console.Today;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Operations.Standstill;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Work.Failures;

namespace Hub.Functions.Tests.Console;

/// <summary>The first page says what waits for whom.</summary>
public sealed class TodayCardsTests
{
    private static readonly Caller Reviewer = Person("amina", SecretariatRoles.Reviewer);

    [Theory]
    [InlineData(SecretariatRoles.Reviewer, true)]
    [InlineData(SecretariatRoles.Editor, false)]
    [InlineData(SecretariatRoles.Administrator, false)]
    public void Notices_to_review_are_a_reviewers(SecretariatRoles role, bool isTheirs) =>
        Assert.Equal(isTheirs ? 1 : 0, Mine(Person("p", role), new() { Notices = [Open(NoticeStatus.Review)] }, "Review"));

    [Fact]
    public void What_somebody_approved_or_corrected_waits_for_a_colleague()
    {
        var approved = Open(NoticeStatus.SecondReview) with { Decisions = [By("amina")] };
        var corrected = Open(NoticeStatus.SecondReview) with { Decisions = [By("boris")], Authors = [new("amina", null, true)] };
        var others = Open(NoticeStatus.SecondReview) with { Decisions = [By("boris")] };
        var facts = new TodayFacts { Notices = [approved, corrected, others] };
        Assert.Equal(1, Mine(Reviewer, facts, "Second"));
        Assert.Equal(2, TodayCards.For(Reviewer, facts).Others.Single(w => w.Name == "SecondOthers").Count);
    }

    [Fact]
    public void An_edition_waits_for_the_second_person_and_not_for_the_one_who_asked()
    {
        var facts = new TodayFacts { Editions = [new(EditionId.Of(new(2026, 3, 1)), "amina", Sample.Now, "It is due.", 7)] };
        Assert.Equal(0, Mine(Reviewer, facts, "Edition"));
        Assert.Equal(1, Mine(Person("clara", SecretariatRoles.Editor), facts, "Edition"));
        Assert.Equal(0, Mine(Person("daniel", SecretariatRoles.Administrator), facts, "Edition"));
    }

    [Fact]
    public void Failures_are_an_administrators_and_the_oldest_is_the_oldest_of_all()
    {
        var facts = new TodayFacts
        {
            Failures = [.. Enumerable.Range(0, 300).Select(i => new DeadLetter($"{i}", "notices", "XAA-1", "It broke.", Sample.Now.AddMinutes(-i), null))],
        };
        var card = TodayCards.For(Person("daniel", SecretariatRoles.Administrator), facts).Mine.Single(w => w.Name == "Failures");
        Assert.Equal((300, (DateTimeOffset?)Sample.Now.AddMinutes(-299)), (card.Count, card.Oldest));
        Assert.Equal(0, Mine(Reviewer, facts, "Failures"));
    }

    [Fact]
    public void What_stands_still_is_named_by_its_kind_so_that_the_page_says_it_in_the_readers_language()
    {
        var view = TodayCards.For(Reviewer, new() { Standing = [Standstill.Of(StandstillKind.MailLate, 4, Sample.Now)] });
        Assert.Equal(("MailLate", 4), (view.Standing.Single().Kind, view.Standing.Single().Count));
    }

    private static int Mine(Caller caller, TodayFacts facts, string card) =>
        TodayCards.For(caller, facts).Mine.FirstOrDefault(w => w.Name == card)?.Count ?? 0;

    private static Decision By(string person) => new(DecisionKind.Approve, person, Sample.Now, null) { SignedIn = true };

    private static Caller Person(string name, SecretariatRoles roles) =>
        new(name, CallerKind.Secretariat) { SignedIn = true, Roles = roles };

    private static NoticeSummary Open(NoticeStatus status) => new()
    {
        Id = "SEN-1", State = new("SEN"), ReceivedAt = Sample.Now, Status = status, Sender = "mission",
    };
}
