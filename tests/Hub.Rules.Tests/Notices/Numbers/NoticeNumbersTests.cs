using FsCheck;
using FsCheck.Fluent;
using Hub.Notices;
using Hub.Notices.Numbers;
using Hub.Register.States;

namespace Hub.Rules.Tests.Notices.Numbers;

public sealed class NoticeNumbersTests
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(100);
    private static readonly DateTimeOffset Start = new(2025, 11, 20, 8, 0, 0, TimeSpan.Zero);
    private static readonly MonthSpan Span = new(new(new(2025, 12, 1)), new(new(2026, 3, 1)));

    [Fact]
    public void However_notices_are_counted_the_sums_agree() => Prop.ForAll(Some(), notices =>
    {
        var there = notices.Count(n => Span.Contains(n.ReceivedAt));
        foreach (var rows in (IReadOnlyList<CountRow>[])
            [NoticeNumbers.ByState(notices, Span), NoticeNumbers.ByKind(notices, Span), NoticeNumbers.ByChannel(notices, Span)])
        {
            Assert.Equal(there, rows.Sum(r => r.Total));
            Assert.All(rows, r => Assert.Equal(Span.Months.Count, r.Counts.Count));
            Assert.Equal(rows.Count, rows.Select(r => r.Key).Distinct().Count());
        }
    }).Check(Quick);

    [Fact]
    public void The_order_in_which_notices_come_does_not_matter() => Prop.ForAll(Some(), notices =>
    {
        NoticeSummary[] turned = [.. notices.Reverse()];
        Assert.Equal(Written(NoticeNumbers.ByState(notices, Span)), Written(NoticeNumbers.ByState(turned, Span)));
        Assert.Equal(NoticeNumbers.Decisions(notices, Span), NoticeNumbers.Decisions(turned, Span));
    }).Check(Quick);

    [Fact]
    public void Half_of_the_decisions_took_no_longer_than_the_median_and_nine_of_ten_no_longer_than_the_other_time() =>
        Prop.ForAll(Some(), notices =>
        {
            foreach (var month in NoticeNumbers.Decisions(notices, Span))
            {
                var took = notices.Where(n => n.DecidedAt is { } at && Month.Of(at) == month.Month)
                    .Select(n => n.DecidedAt!.Value - n.ReceivedAt).ToList();
                Assert.Equal(took.Count, month.Decided);
                Assert.Equal(took.Count == 0, month.Median is null);
                Assert.True(took.Count(t => t <= month.Median) * 2 >= took.Count);
                Assert.True(took.Count(t => t < month.Median) * 2 < Math.Max(1, took.Count));
                Assert.True(took.Count(t => t <= month.NineTenths) * 10 >= took.Count * 9);
            }
        }).Check(Quick);

    [Fact]
    public void A_month_begins_and_ends_in_UTC()
    {
        var (last, first) = (At(new(2025, 12, 31, 23, 59, 59, TimeSpan.Zero)), At(new(2026, 1, 1, 3, 0, 0, TimeSpan.FromHours(3))));

        Assert.Equal([1, 1, 0, 0], Assert.Single(NoticeNumbers.ByState([last, first], Span)).Counts);
    }

    [Fact]
    public void What_is_open_or_was_closed_by_nobody_counts_for_no_decision()
    {
        var decision = new Decision(DecisionKind.Approve, "clerk", Start.AddDays(30), null);
        var open = At(Start) with { Status = NoticeStatus.SecondReview, Decisions = [decision] };
        var alone = At(Start) with { Status = NoticeStatus.Committed };

        Assert.All(NoticeNumbers.Decisions([open, alone], Span), m => Assert.Equal(0, m.Decided));
        Assert.Equal(1, NoticeNumbers.Decisions([open with { Status = NoticeStatus.Committed }], Span).Sum(m => m.Decided));
    }

    private static IEnumerable<string> Written(IEnumerable<CountRow> rows) => rows.Select(r => $"{r.Key} {string.Join(' ', r.Counts)}");

    private static NoticeSummary At(DateTimeOffset time) => new()
    {
        Id = "SEN-1", State = new("SEN"), ReceivedAt = time, Status = NoticeStatus.Review, Sender = "mission",
    };

    private static Arbitrary<NoticeSummary[]> Some() => (
        from hours in Gen.Choose(0, 24 * 150)
        from took in Gen.Choose(1, 24 * 20)
        from state in Gen.Elements("SEN", "GHA", "XAA")
        from kind in Gen.Elements<NoticeKind?>(null, NoticeKind.Withdrawal, NoticeKind.Correction)
        from mail in Gen.Elements(null, "mail")
        from status in Gen.Elements(NoticeStatus.Review, NoticeStatus.Committed, NoticeStatus.Rejected)
        let received = Start.AddHours(hours)
        select At(received) with
        {
            State = new StateCode(state), Kind = kind, Mail = mail, Status = status,
            Decisions = status == NoticeStatus.Review ? [] : [new(DecisionKind.Approve, "clerk", received.AddHours(took), null)],
        }).ArrayOf().ToArbitrary();
}
