using Hub.Register.Log;
using Hub.Register.Records;
namespace Hub.Notices.Search;

/// <summary>Finds notices as people and programs look for them, among the summaries of all.</summary>
public sealed class NoticeSearch(INoticeStore notices, IRegisterStore register)
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
        var records = (await register.Read(TimeSpan.FromSeconds(1), cancel)).Authorities;
        return [.. (await notices.Summaries(cancel)).Where(n => Fits(n, choice, records)).OrderByDescending(n => n.ReceivedAt)];
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

    private static bool Fits(NoticeSummary notice, NoticeChoice choice, IReadOnlyDictionary<string, Authority> records) =>
        (choice.Status is null || notice.Status == choice.Status)
        && (!choice.IsOpen || Waiting.Contains(notice.Status))
        && (choice.State is null || notice.State == choice.State)
        && (choice.Kind is null || notice.Kind == choice.Kind)
        && (choice.Channel is null || notice.Channel == choice.Channel)
        && (choice.Text is not { } text || notice.Id == text
            || Texts(notice, records).Any(t => t.Contains(text, StringComparison.OrdinalIgnoreCase)));

    // A part of an id is in many of them by chance; the names of the authorities are what people remember.
    private static IEnumerable<string> Texts(NoticeSummary notice, IReadOnlyDictionary<string, Authority> records) =>
    [
        notice.Reference(), notice.Sender, notice.OfficialRef ?? "",
        .. notice.Records.Where(records.ContainsKey).SelectMany(id => records[id].Restricted.AuthorityName.Values),
    ];
}
