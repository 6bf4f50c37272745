using Hub.Notices;
using Hub.Pages.Console.Notices;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;

namespace Hub.Functions.Console.Notices;

/// <summary>Finds notices as people look for them.</summary>
public sealed class NoticeSearch(INoticeStore notices, IRegisterStore register)
{
    private static readonly NoticeStatus[] Waiting =
    [
        NoticeStatus.Received, NoticeStatus.Query, NoticeStatus.Held, NoticeStatus.Review, NoticeStatus.SecondReview, NoticeStatus.Approved,
    ];

    /// <summary>The notices that were chosen: those that wait by their age, all others with the newest first.</summary>
    public async Task<IReadOnlyList<NoticeSummary>> Find(NoticeChoice choice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(choice);
        NoticeStatus? status = Codes.TryParse<NoticeStatus>(choice.Status, out var one) ? one : null;
        var records = (await register.Read(TimeSpan.FromSeconds(1), cancel)).Authorities;
        var found = (await notices.Summaries(cancel)).Where(n => (status is null || n.Status == status) && Fits(n, choice, records));
        return choice.Status == NoticeChoice.Open || (status is { } s && Waiting.Contains(s))
            ? [.. found.OrderBy(n => n.ReceivedAt)]
            : [.. found.OrderByDescending(n => n.ReceivedAt)];
    }

    private static bool Fits(NoticeSummary notice, NoticeChoice choice, IReadOnlyDictionary<string, Authority> records) =>
        (choice.Status != NoticeChoice.Open || Waiting.Contains(notice.Status))
        && (choice.State is null || notice.State == choice.State)
        && (choice.Kind is null || notice.Kind == choice.Kind)
        && (choice.Channel is not { } channel || channel == notice.Channel)
        && (choice.Text is not { } text || notice.Id == text
            || Texts(notice, records).Any(t => t.Contains(text, StringComparison.OrdinalIgnoreCase)));

    // A part of an id is in many of them by chance; the names of the authorities are what people remember.
    private static IEnumerable<string> Texts(NoticeSummary notice, IReadOnlyDictionary<string, Authority> records) =>
    [
        notice.Reference(), notice.Sender, notice.OfficialRef ?? "",
        .. notice.Records.Where(records.ContainsKey).SelectMany(id => records[id].Restricted.AuthorityName.Values),
    ];
}
