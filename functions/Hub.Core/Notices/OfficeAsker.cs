using Hub.Core.Channels.Mail;
using Hub.Core.Channels.Mail.Errands;

namespace Hub.Core.Notices;

/// <summary>
/// Asks the mission and the ministries of a State, by mail, whether they stand by a notice that is held (V01): they would not hear of it
/// otherwise.
/// </summary>
public sealed class OfficeAsker(INoticeStore notices, ReaderDesk readers, ErrandDesk errands, TimeProvider clock)
{
    // Counted from the day on which the notice came in.
    private static readonly int[] AgainAfterDays = [14, 42];

    /// <summary>Asks where that is due; the notice as it then stands.</summary>
    public async Task<Notice> Ask(Notice notice, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (notice is not { Status: NoticeStatus.Held, DueAt: { } due } || due > now)
            return notice;
        // The errands first: a crash in between asks again, and an errand that waits is the same.
        foreach (var office in (await readers.List(cancel)).Where(r => r.MayConfirm(notice)))
            await errands.HeldNotice(office.Id, notice.Id, due, cancel);
        return await notices.Save(notice with { DueAt = Next(notice, now) }, cancel) ?? notice;
    }

    private static DateTimeOffset? Next(Notice notice, DateTimeOffset now) =>
        AgainAfterDays.Select(d => (DateTimeOffset?)notice.ReceivedAt.AddDays(d)).FirstOrDefault(d => d > now);
}
