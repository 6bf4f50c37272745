using Hub.Core.Json;

namespace Hub.Core.Channels.Mail.Bounces;

/// <summary>What a mail that came back says of the one that was sent.</summary>
public enum ReportKind
{
    /// <summary>It was not delivered, and will not be (RFC 3464 §2.3.3: failed).</summary>
    Failed,

    /// <summary>It is not delivered yet (RFC 3464 §2.3.3: delayed).</summary>
    Delayed,

    /// <summary>It arrived (RFC 3464 §2.3.3: delivered, relayed, expanded; RFC 8098: shown to somebody).</summary>
    Arrived,

    /// <summary>Nobody read it, but the mailbox answered by itself (RFC 3834).</summary>
    AutoReply,
}

/// <summary>A report on a mail that was sent: a non-delivery report, a receipt, an automatic reply.</summary>
/// <param name="Id">SHA-256 of what identifies the report itself, lower-case hexadecimal: the same report has the same.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Status">Enhanced status code (RFC 3463), e.g. <c>5.1.1</c>; null where it gives none.</param>
/// <param name="Address">The address it is about; null where it does not say.</param>
/// <param name="MailId">The hub's id of the mail, from the header that comes back with it; null where none does.</param>
/// <param name="References">The Message-IDs that it names, of the mail or of its thread.</param>
public sealed record DeliveryReport(
    string Id, ReportKind Kind, string? Status, string? Address, string? MailId, IReadOnlyList<string> References) : Confidential
{
    /// <summary>The address at which it ended: another one where the mailbox passes its mail on; null where it does not say.</summary>
    public string? FinalAddress { get; init; }

    /// <summary>Whether the same mail reached others to whom the mailbox passes it on.</summary>
    public bool HasReachedOthers { get; init; }

    /// <summary>Whether it failed somewhere behind a mailbox, which itself took it.</summary>
    public bool IsBehind(string address) => Kind == ReportKind.Failed
        && (HasReachedOthers || (FinalAddress is { } final && !final.Equals(address, StringComparison.OrdinalIgnoreCase)));
}
