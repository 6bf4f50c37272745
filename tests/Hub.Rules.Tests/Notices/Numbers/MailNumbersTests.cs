using Hub.Notices.Numbers;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Notices.Numbers;

public sealed class MailNumbersTests
{
    private static readonly MonthSpan Span = new(new(new(2026, 1, 1)), new(new(2026, 2, 1)));

    [Fact]
    public void A_mail_counts_once_when_it_was_sent_and_once_when_it_first_came_back()
    {
        Attempt[] kept =
        [
            Attempt("one", 5, "the mailbox is away"), Attempt("one", 6), Attempt("two", 7), Attempt("three", 8, "refused"),
            Attempt("two", 35) with { Report = new("r", ReportKind.Failed) },
            Attempt("two", 36) with { Report = new("s", ReportKind.Failed) },
            Attempt("one", 37) with { Report = new("t", ReportKind.AutoReply) },
        ];

        Assert.Equal([(2, 0), (0, 1)], MailNumbers.Of(kept, Span).Select(m => (m.Sent, m.Bounced)));
        Assert.Equal(MailNumbers.Of(kept, Span), MailNumbers.Of([.. kept.Reverse()], Span));
    }

    private static Attempt Attempt(string id, int day, string outcome = Hub.Work.Runner.Attempt.Delivered) =>
        new("mail", "mission", id, 1, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day), outcome, 20);
}
