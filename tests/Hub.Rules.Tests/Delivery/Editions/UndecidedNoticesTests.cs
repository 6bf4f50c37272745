using System.Text.Json.Nodes;
using Hub.Delivery.Editions.Planning;
using Hub.Notices;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Editions;

public sealed class UndecidedNoticesTests
{
    [Theory]
    [InlineData(NoticeStatus.Review, null, true)]
    [InlineData(NoticeStatus.SecondReview, "2025-03-14", true)]
    [InlineData(NoticeStatus.Held, "2025-03-15", false)]
    [InlineData(NoticeStatus.Query, "not a day", true)]
    [InlineData(NoticeStatus.Committed, null, false)]
    [InlineData(NoticeStatus.Rejected, "2025-01-01", false)]
    [InlineData(NoticeStatus.Approved, "2025-03-14", false)]
    public void A_notice_that_nobody_has_decided_about_is_named_where_its_change_would_hold_on_the_closing_day(
        NoticeStatus status, string? effective, bool named)
    {
        var form = new JsonObject();
        if (effective is not null)
            form["effectiveFrom"] = effective;
        var notice = Desk.Notice("XAA-1", status, form);
        Assert.Equal(named, UndecidedNotices.Before(Sample.Today, [notice]).Count == 1);
    }
}
