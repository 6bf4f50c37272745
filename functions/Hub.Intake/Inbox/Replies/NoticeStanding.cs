using Hub.Notices;
using Hub.Register.Json;

namespace Hub.Intake.Inbox.Replies;

/// <summary>What the sender of a mail is told of the notice that it became, and when.</summary>
public static class NoticeStanding
{
    /// <summary>Where a notice stands, as a mark: a second query after a first is another.</summary>
    public static string MarkOf(Notice notice) => $"{notice.Status.Code()}-{notice.Decisions.Count}";

    /// <summary>
    /// Whether its sender wants to know that a notice stands so: what is asked of it, what was decided, what took effect.
    /// </summary>
    public static bool IsTold(NoticeStatus status) => status switch
    {
        NoticeStatus.Query or NoticeStatus.Held or NoticeStatus.Approved or NoticeStatus.Committed or NoticeStatus.Rejected => true,
        NoticeStatus.Received or NoticeStatus.Review or NoticeStatus.SecondReview or NoticeStatus.Duplicate or NoticeStatus.Superseded
            or NoticeStatus.Closed => false,
    };

    /// <summary>Whether the sender of its mail is still to be told where a notice stands.</summary>
    public static bool IsOwed(Notice notice) => notice.Mail is not null && IsTold(notice.Status) && notice.Told != MarkOf(notice);
}
