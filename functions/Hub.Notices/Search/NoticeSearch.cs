namespace Hub.Notices.Search;

/// <summary>Finds notices as people and programs look for them, among the summaries of all.</summary>
public sealed class NoticeSearch(INoticeStore notices)
{
    private static readonly NoticeStatus[] Waiting =
    [
        NoticeStatus.Received, NoticeStatus.Query, NoticeStatus.Held, NoticeStatus.Review, NoticeStatus.SecondReview, NoticeStatus.Approved,
    ];

    /// <summary>Whether all notices that are chosen wait for somebody or something.</summary>
    public static bool IsOfWaiting(NoticeChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return choice.IsOpen || (choice.Status is { } status && Waiting.Contains(status));
    }

    /// <summary>The notices that were chosen, newest first.</summary>
    public async Task<IReadOnlyList<NoticeSummary>> Find(NoticeChoice choice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return [.. (await notices.Summaries(cancel)).Where(n => Fits(n, choice)).OrderByDescending(n => n.ReceivedAt)];
    }

    /// <summary>The notices behind some summaries, in the same order.</summary>
    public async Task<IReadOnlyList<Notice>> Whole(IEnumerable<NoticeSummary> found, CancellationToken cancel)
    {
        var whole = new List<Notice>();
        foreach (var some in found.Chunk(AtOnce))
            whole.AddRange((await Task.WhenAll(some.Select(n => notices.Find(n.Id, cancel)))).OfType<Notice>());
        return whole;
    }

    private const int AtOnce = 50;

    private static bool Fits(NoticeSummary notice, NoticeChoice choice) =>
        (choice.Status is null || notice.Status == choice.Status)
        && (!choice.IsOpen || Waiting.Contains(notice.Status))
        && (choice.State is null || notice.State == choice.State)
        && (choice.Kind is null || notice.Kind == choice.Kind)
        && (choice.Channel is null || notice.Channel == choice.Channel)
        && (choice.Text is not { } text || Texts(notice).Any(t => t.Contains(text, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Texts(NoticeSummary notice) =>
        [notice.Id, notice.Reference(), notice.Sender, notice.OfficialRef ?? ""];
}
