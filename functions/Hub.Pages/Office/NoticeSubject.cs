using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Notices;
using Hub.Pages.Replies;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Office;

/// <summary>What a notice is about, in words that its office knows.</summary>
internal static class NoticeSubject
{
    private const int MostNames = 3;

    /// <summary>What it does; empty where it does not say.</summary>
    public static string Kind(Notice notice, Labels labels) => NoticeWords.KindOf(notice) is { } kind ? labels.Of(kind) : "";

    /// <summary>The authorities that it is about.</summary>
    public static string Authorities(Notice notice, IReadOnlyDictionary<string, Authority> known, Language language) => string.Join("; ",
        (notice.Form["changes"] as JsonArray ?? []).OfType<JsonObject>().Select(c => Name(c, known, language)).OfType<string>().Distinct()
            .Take(MostNames));

    /// <summary>Who sent it: who of the Secretariat entered it, and whose key it was, is no office's to know.</summary>
    public static string Sender(Notice notice, IReadOnlyDictionary<string, Authority> known, Labels labels) => notice.Sender switch
    {
        { Kind: not CallerKind.State } => labels["Office.Sender.Secretariat"],
        { Name: var name } when Recipient.RecordOf(name) is { } id && known.TryGetValue(id, out var record) => record.Name(labels.Language),
        { Role: var role } => labels[$"Office.Sender.{role ?? OfficeRole.Ministry}"],
    };

    /// <summary>Where it stands; of one that came by no mail, what becomes of it stands on these pages alone.</summary>
    public static Phrase Standing(Notice notice, Labels labels) => notice switch
    {
        { Status: NoticeStatus.Review or NoticeStatus.SecondReview, Objection: not null } => labels["Office.Standing.Objected"],
        { Mail: null, Status: NoticeStatus.Received } => labels["Office.Standing.Received"],
        { Mail: null, Status: NoticeStatus.Review or NoticeStatus.SecondReview } => labels["Office.Standing.Review"],
        _ => NoticeStanding.Of(notice, labels),
    };

    private static string? Name(JsonObject change, IReadOnlyDictionary<string, Authority> known, Language language)
    {
        if (known.TryGetValue($"{change["recordId"]}", out var record))
            return record.Name(language);
        var names = (change["authority"] as JsonObject)?["authorityName"] as JsonObject ?? [];
        return (names[language.Code()] ?? names.Select(n => n.Value).FirstOrDefault(n => n is JsonValue))?.ToString();
    }
}
