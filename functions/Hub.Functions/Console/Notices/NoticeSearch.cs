using Hub.Notices;
using Hub.Pages.Console.Notices;
using Hub.Register.Json;

namespace Hub.Functions.Console.Notices;

/// <summary>Finds notices as people look for them.</summary>
public sealed class NoticeSearch(INoticeStore notices)
{
    private static readonly NoticeStatus[] Waiting =
        [NoticeStatus.Received, NoticeStatus.Query, NoticeStatus.Held, NoticeStatus.Review, NoticeStatus.SecondReview, NoticeStatus.Approved];

    /// <summary>The notices that were chosen: those that wait by their age, all others with the newest first.</summary>
    public async Task<IReadOnlyList<Notice>> Find(NoticeChoice choice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(choice);
        NoticeStatus? status = Codes.TryParse<NoticeStatus>(choice.Status, out var one) ? one : null;
        var found = (await notices.List(choice.State, status, int.MaxValue, cancel)).Where(n => Fits(n, choice));
        return choice.Status == NoticeChoice.Open || (status is { } s && Waiting.Contains(s))
            ? [.. found.OrderBy(n => n.ReceivedAt)]
            : [.. found.OrderByDescending(n => n.ReceivedAt)];
    }

    private static bool Fits(Notice notice, NoticeChoice choice) =>
        (choice.Status != NoticeChoice.Open || Waiting.Contains(notice.Status))
        && (choice.Kind is not { } kind || Text(notice, "kind") == kind.Code())
        && (choice.Channel is not { } channel || channel == (notice.Mail is null ? "API" : "MAIL"))
        && (choice.Text is not { } text || Texts(notice).Any(t => t.Contains(text, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Texts(Notice notice) =>
        [notice.Id, notice.Reference(), notice.Sender.Name, Text(notice, "officialRef") ?? ""];

    private static string? Text(Notice notice, string name) =>
        notice.Form[name] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
