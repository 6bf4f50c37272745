using Hub.Notices.Numbers;
using Hub.Register.Log;
using Hub.Register.Lookup;

namespace Hub.Rules.Tests.Notices.Numbers;

public sealed class UpkeepNumbersTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 30, 0, TimeSpan.Zero);
    private static readonly MonthSpan Span = new(new(new(2026, 1, 1)), new(new(2026, 3, 1)));

    [Fact]
    public void A_record_counts_from_its_designation_until_it_is_withdrawn_and_is_confirmed_by_whatever_its_State_said_within_the_year()
    {
        IReadOnlyList<RecordEvent>[] records =
        [
            [On(new(2024, 5, 1), EventType.AuthorityDesignated), On(new(2026, 2, 10), EventType.AuthorityConfirmed)],
            [On(new(2026, 2, 27), EventType.AuthorityDesignated)],
            [On(new(2025, 6, 1), EventType.AuthorityDesignated), On(new(2026, 3, 1), EventType.AuthorityWithdrawn)],
        ];

        var months = UpkeepNumbers.Confirmed(records, Span, Now);

        Assert.Equal([(2, 1, 50), (3, 3, 100), (2, 2, 100)], months.Select(m => (m.Records, m.Confirmed, m.Percent ?? -1)));
    }

    [Fact]
    public void The_month_that_is_not_over_is_told_as_it_is_now()
    {
        IReadOnlyList<RecordEvent>[] records =
            [[Event(Now, EventType.AuthorityDesignated)], [Event(Now.AddYears(-1).AddHours(-1), EventType.AuthorityDesignated)]];

        var last = UpkeepNumbers.Confirmed(records, Span, Now)[^1];

        Assert.Equal((2, 1), (last.Records, last.Confirmed));
    }

    [Fact]
    public void Without_a_record_there_is_no_share() => Assert.All(UpkeepNumbers.Confirmed([], Span, Now), m => Assert.Null(m.Percent));

    private static RecordEvent Event(DateTimeOffset time, EventType type) => new(1, type, time, 1, null, null);

    private static RecordEvent On(DateOnly day, EventType type) =>
        Event(new DateTimeOffset(day.ToDateTime(new(12, 0)), TimeSpan.Zero), type);
}
