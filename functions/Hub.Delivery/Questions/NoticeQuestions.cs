using Hub.Notices;

namespace Hub.Delivery.Questions;

/// <summary>
/// Asks those who can settle a notice and are not its sender: its State's mission where it is held, the networks that it names. They would
/// not hear of it otherwise.
/// </summary>
public sealed class NoticeQuestions(INoticeStore notices, OfficeQuestions offices, ClaimQuestions claims, TimeProvider clock)
{
    /// <summary>After a crash in between.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    /// <summary>Asks where that is due; the notice as it then stands.</summary>
    public async Task<Notice> Ask(Notice notice, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (notice is not { Status: NoticeStatus.Held or NoticeStatus.Query, DueAt: { } due } || due > now)
            return notice;
        // Taken first: of two that come at once, one goes on.
        if (await notices.Save(notice with { DueAt = now + Again }, cancel) is not { } taken)
            return notice;
        var (asked, reminder) = await offices.Ask(taken, now, cancel);
        if (!taken.NetworksAsked)
            await claims.Ask(taken, now, cancel);
        var after = taken with { OfficesAsked = asked, NetworksAsked = true, DueAt = reminder };
        return await notices.Save(after, cancel) ?? taken;
    }
}
