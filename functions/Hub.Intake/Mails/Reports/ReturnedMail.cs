using Hub.Register.Json;

namespace Hub.Intake.Mails.Reports;

/// <summary>A mail that came in, as far as it can be a report on one that went out: taken apart, not yet understood.</summary>
/// <param name="Header">Its own header.</param>
/// <param name="Groups">
/// The fields of its machine-readable part, group by group: the mail's, then one group a recipient (RFC 3464 §2.1).
/// </param>
/// <param name="Original">The header of the mail that it returns; null where it returns none.</param>
/// <param name="Text">What it says to people.</param>
public sealed record ReturnedMail(MailHeader Header, IReadOnlyList<MailHeader> Groups, MailHeader? Original, string Text) : Confidential;

/// <summary>Header fields in their order; names in any case, several of one name allowed (RFC 5322 §2.2).</summary>
public sealed record MailHeader(IReadOnlyList<KeyValuePair<string, string>> Fields) : Confidential
{
    /// <summary>The first value of a field; null where there is none, or an empty one.</summary>
    public string? this[string name] =>
        Fields.FirstOrDefault(f => f.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.Trim() is { Length: > 0 } value
            ? value
            : null;
}
