using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.States;

namespace Hub.Notices;

/// <summary>What lists and numbers need of a notice.</summary>
public sealed record NoticeSummary : Confidential
{
    private const int LongestReference = 100;

    /// <summary>The notice's id.</summary>
    public required string Id { get; init; }

    /// <summary>The State it is for.</summary>
    public required StateCode State { get; init; }

    /// <summary>When it was kept, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required NoticeStatus Status { get; init; }

    /// <summary>What kind its form names; null where it names none.</summary>
    public NoticeKind? Kind { get; init; }

    /// <summary>The name of who sent it.</summary>
    public required string Sender { get; init; }

    /// <summary>The mail it came by; null where it came by none.</summary>
    public string? Mail { get; init; }

    /// <summary>How it came.</summary>
    public NoticeChannel Channel { get; init; }

    /// <summary>Who of the Secretariat entered or corrected it, or could have sent it in its sender's name.</summary>
    public IReadOnlyList<Author> Authors { get; init; } = [];

    /// <summary>The reference of its note, as its form says.</summary>
    public string? OfficialRef { get; init; }

    /// <summary>When the hub must next do something about it; null where it waits for a person.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The records it touches.</summary>
    public IReadOnlyList<string> Records { get; init; } = [];

    /// <summary>What the reviewers decided, in order, without their reasons.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>When the Secretariat was done with it, UTC: approved or rejected; null where it is not, or where nobody decided.</summary>
    [JsonIgnore]
    public DateTimeOffset? DecidedAt => Status is NoticeStatus.Approved or NoticeStatus.Committed or NoticeStatus.Rejected
        && Decisions is [.., var last] ? last.At : null;

    /// <summary>The first reviewer's approval, as <see cref="Notice.FirstApproval"/> says.</summary>
    public Decision? FirstApproval(Caller next) => Decision.FirstApproval(Status, Decisions, next);

    /// <summary>The summary of a notice.</summary>
    public static NoticeSummary Of(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return new()
        {
            Id = notice.Id,
            State = notice.State,
            ReceivedAt = notice.ReceivedAt,
            Status = notice.Status,
            Kind = Codes.TryParse<NoticeKind>(Text(notice.Form, "kind"), out var kind) ? kind : null,
            Sender = notice.Sender.Name,
            Mail = notice.Mail,
            Channel = notice.Channel(),
            Authors = notice.Authors,
            OfficialRef = Text(notice.Form, "officialRef") is { } text ? text[..Math.Min(text.Length, LongestReference)] : null,
            DueAt = notice.DueAt,
            Records = [.. notice.BasedOn.Keys.Where(id => !Law.IsId(id)).Order(StringComparer.Ordinal)],
            Decisions = [.. notice.Decisions.Select(d => d with { Reason = null })],
        };
    }

    private static string? Text(JsonObject form, string name) =>
        form[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

/// <summary>How a notice came.</summary>
public enum NoticeChannel
{
    /// <summary>By the API.</summary>
    Api,

    /// <summary>By the pages of its office: somebody signed in, or followed a link of its own.</summary>
    Portal,

    /// <summary>By mail.</summary>
    Mail,

    /// <summary>On paper; somebody of the Secretariat entered it.</summary>
    Paper,

    /// <summary>By telephone; somebody of the Secretariat entered it.</summary>
    Telephone,

    /// <summary>Typed on a page of the hub.</summary>
    Page,

    /// <summary>From nobody: the Secretariat found itself what is wrong in the directory.</summary>
    Own,
}

/// <summary>
/// A notice's short name, for people to read, to write and to say: State, year, and five signs that follow from its id, e.g.
/// <c>SEN-2026-K7QXB</c>. The signs are digits and letters without I, L, O and U, and the first is a letter, so that the number of a
/// State's own note is not taken for one. Of a thousand notices of one State in one year, two have the same once in forty times.
/// </summary>
public static partial class NoticeReference
{
    private const string Signs = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";
    private const int Letters = 22;
    private const int Length = 5;

    /// <summary>The short name of a notice.</summary>
    public static string Reference(this Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return Of(notice.Id) ?? Reference(notice.Id, notice.State, notice.ReceivedAt);
    }

    /// <summary>The same of its summary.</summary>
    public static string Reference(this NoticeSummary notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return Of(notice.Id) ?? Reference(notice.Id, notice.State, notice.ReceivedAt);
    }

    /// <summary>The short name that follows from an id alone; null where it is not one that the hub makes.</summary>
    public static string? Of(string id) => Notice.StateOf(id) is { } state && id.Length == 36 && id[16] == '7'
        && long.TryParse(id.AsSpan(4, 12), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? Reference(id, state, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))
            : null;

    /// <summary>The short names that a text holds, in capitals.</summary>
    public static IEnumerable<string> In(string text) => Written().Matches(text).Select(m => m.Value.ToUpperInvariant());

    private static string Reference(string id, StateCode state, DateTimeOffset receivedAt)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(id));
        var signs = hash.Take(Length).Select((b, i) => Signs[b % (i == 0 ? Letters : Signs.Length)]);
        return $"{state}-{receivedAt.UtcDateTime.Year}-{new string([.. signs])}";
    }

    [GeneratedRegex(@"\b[A-Z]{3}-20\d\d-[A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z]{4}\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Written();
}
