using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules;

public sealed class DateRuleTests
{
    [Theory]
    [InlineData("2025-02-13", true)]
    [InlineData("2025-02-14", false)]
    [InlineData("2025-03-14", false)]
    [InlineData("2025-03-15", true)]
    public void V02_warns_of_what_is_late_or_to_come(string effective, bool trips)
    {
        var notice = Sample.Designating(notice: $$"""{"effectiveFrom":"{{effective}}"}""");
        if (trips)
            Trips(notice, ProblemCode.V02, Outcome.Warn, "/effectiveFrom");
        else
            Passes(notice, ProblemCode.V02);
    }

    [Fact]
    public void V19_asks_about_a_note_older_than_the_one_applied()
    {
        var reference = SetBy(OfficeRole.Mission, 1, new DateOnly(2025, 3, 10));
        Trips(
            Sample.Amending("""{"comments":"x"}""", """{"noteDate":"2025-03-09"}"""), ProblemCode.V19, Outcome.Query, "/noteDate",
            reference: reference);
        Passes(Sample.Amending("""{"comments":"x"}""", """{"noteDate":"2025-03-10"}"""), ProblemCode.V19, reference: reference);
    }

    [Theory]
    [InlineData("The authority remains as previously notified.")]
    [InlineData("comme précédemment notifié")]
    [InlineData("según lo anteriormente comunicado")]
    public void V23_asks_what_was_previously_notified(string text)
    {
        Trips(Sample.Designating(notice: $$"""{"text":"{{text}}"}"""), ProblemCode.V23, Outcome.Query, "/text");
        // The record is not the note in which it was notified.
        Trips(Sample.Amending("""{"comments":"x"}""", $$"""{"text":"{{text}}"}"""), ProblemCode.V23, Outcome.Query, "/text");
        Passes(Sample.Designating(notice: $$"""{"text":"{{text}} (note PMV/114/2025)"}"""), ProblemCode.V23);
        Passes(Sample.Designating(notice: $$"""{"text":"In note NV-088/25: {{text}}"}"""), ProblemCode.V23);
        Passes(Sample.Designating(notice: $$"""{"text":"{{text}}","amends":"XAA-1"}"""), ProblemCode.V23);
    }

    [Theory]
    [InlineData("\"03/04/2025\"")]
    [InlineData("\"1 avril 2025\"")]
    [InlineData("\"2025-02-30\"")]
    [InlineData("20250401")]
    public void V24_asks_about_a_date_that_can_be_read_in_two_ways(string date) =>
        Trips(Sample.Designating(notice: $$"""{"noteDate":{{date}} }"""), ProblemCode.V24, Outcome.Query, "/noteDate");
}
