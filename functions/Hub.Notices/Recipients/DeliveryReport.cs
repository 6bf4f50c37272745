using Hub.Register.Json;
using Hub.Work.Runner;

namespace Hub.Notices.Recipients;

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
    /// <summary>The header field in which each mail of the hub's bears its id, so that it comes back with a report.</summary>
    public const string MailIdHeader = "x-hub-message-id";

    /// <summary>The address at which it ended: another one where the mailbox passes its mail on; null where it does not say.</summary>
    public string? FinalAddress { get; init; }

    /// <summary>Whether the same mail reached others to whom the mailbox passes it on.</summary>
    public bool HasReachedOthers { get; init; }

    /// <summary>Whether it failed somewhere behind a mailbox, which itself took it.</summary>
    public bool IsBehind(string address) => Kind == ReportKind.Failed
        && (HasReachedOthers || (FinalAddress is { } final && !final.Equals(address, StringComparison.OrdinalIgnoreCase)));
}
