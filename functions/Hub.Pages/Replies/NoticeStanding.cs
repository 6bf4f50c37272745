using Hub.Notices;
using Hub.Pages.Texts;

namespace Hub.Pages.Replies;

/// <summary>Where a notice stands, in a sentence.</summary>
internal static class NoticeStanding
{
    /// <summary>The sentence.</summary>
    public static Phrase Of(Notice notice, Labels labels) => notice.WithdrawnAt is { } at
        ? labels.Say($"{nameof(NoticeStatus)}.Withdrawn", labels.Day(DateOnly.FromDateTime(at.UtcDateTime)))
        : labels.Say($"{nameof(NoticeStatus)}.{notice.Status}", About(notice, labels));

    private static Phrase About(Notice notice, Labels labels) => notice switch
    {
        { Status: NoticeStatus.Approved, DueAt: { } due } => labels.Day(DateOnly.FromDateTime(due.UtcDateTime)),
        { Sequence: { } sequence } => labels.Number(sequence),
        { Linked: { } linked } => NoticeReference.Of(linked) ?? linked,
        _ => "",
    };
}
