using Hub.Notices;

namespace Hub.Delivery.Editions.Planning;

/// <summary>Notices that an edition would leave out because nobody has decided about them.</summary>
public static class UndecidedNotices
{
    /// <summary>Where notices stand that somebody is still to decide about.</summary>
    public static readonly IReadOnlyList<NoticeStatus> Statuses =
        [NoticeStatus.Received, NoticeStatus.Query, NoticeStatus.Held, NoticeStatus.Review, NoticeStatus.SecondReview];

    /// <summary>Those whose change is to hold on the closing day, the oldest first; one that names no day holds at once.</summary>
    public static IReadOnlyList<Notice> Before(DateOnly cutOff, IEnumerable<Notice> notices) =>
    [
        .. notices.Where(n => Statuses.Contains(n.Status) && (EffectiveFrom(n) is not { } day || day <= cutOff)).OrderBy(n => n.ReceivedAt),
    ];

    private static DateOnly? EffectiveFrom(Notice notice) =>
        notice.Form["effectiveFrom"] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var text)
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day)
            ? day
            : null;
}
