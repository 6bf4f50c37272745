using Hub.Notices;
using Hub.Notices.Access;
using Hub.Pages.Site;
using Hub.Pages.Texts;
using Hub.Register.Json;

namespace Hub.Pages.Console.Notices;

/// <summary>What a notice is and where it stands, in a word or two.</summary>
internal static class NoticeWords
{
    /// <summary>Where it stands.</summary>
    public static string Status(NoticeStatus status, Labels labels) => labels[$"Status.{status}"];

    /// <summary>The colour of that word; the word says it all.</summary>
    public static string Colour(NoticeStatus status) => status switch
    {
        NoticeStatus.Review or NoticeStatus.SecondReview => "blue",
        NoticeStatus.Query or NoticeStatus.Held => "yellow",
        NoticeStatus.Committed or NoticeStatus.Approved => "green",
        NoticeStatus.Rejected => "red",
        NoticeStatus.Received or NoticeStatus.Duplicate or NoticeStatus.Superseded or NoticeStatus.Closed => "grey",
    };

    /// <summary>What it is, as its form says.</summary>
    public static string Kind(Notice notice, Labels labels) => KindOf(notice) is { } kind ? labels.Of(kind) : labels["Notice.Kind.Unknown"];

    /// <summary>The same of its summary.</summary>
    public static string Kind(NoticeSummary notice, Labels labels) =>
        notice.Kind is { } kind ? labels.Of(kind) : labels["Notice.Kind.Unknown"];

    /// <summary>The kind that its form names; null where it names none.</summary>
    public static NoticeKind? KindOf(Notice notice) =>
        notice.Form["kind"] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var code)
            && Codes.TryParse<NoticeKind>(code, out var kind) ? kind : null;

    /// <summary>Who sent it: an office that was called back has no name but its State's.</summary>
    public static string Sender(Caller sender, string state, Visit visit) => sender.WasCalledBack
        ? visit.Labels.Say("Notice.Sender.CalledBack", state).ToText(false)
        : visit.NameOf(sender.Name);
}
