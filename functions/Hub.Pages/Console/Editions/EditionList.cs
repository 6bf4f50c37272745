using Hub.Delivery.Editions.Publishing;
using Hub.Delivery.Mail;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Pages.Console.Editions;

/// <summary>How far an edition is.</summary>
public enum EditionStage
{
    /// <summary>It is closed, and its files are being made.</summary>
    Frozen,

    /// <summary>It is in the log.</summary>
    Published,

    /// <summary>It was dropped.</summary>
    Dropped,
}

/// <summary>How many mails of an edition stand how.</summary>
/// <param name="Waiting">Still to go out.</param>
/// <param name="Sent">Went out, and did not come back.</param>
/// <param name="Failed">Came back, or could not be sent.</param>
public sealed record MailCounts(int Waiting, int Sent, int Failed) : Confidential
{
    /// <summary>All of them.</summary>
    public int All => Waiting + Sent + Failed;

    /// <summary>The counts of deliveries.</summary>
    public static MailCounts Of(IReadOnlyCollection<MailDelivery> deliveries)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        var (waiting, failed) = (deliveries.Count(d => d.Status == MailStatus.Queued), deliveries.Count(d => d.HasFailed()));
        return new(waiting, deliveries.Count - waiting - failed, failed);
    }
}

/// <summary>An edition in the list.</summary>
/// <param name="Id">The edition.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="CutOff">The day it was closed.</param>
/// <param name="Authorities">How many authorities it lists.</param>
/// <param name="Files">How many files it has; 0 before they are made.</param>
/// <param name="Mails">How its mails stand; null where none goes out.</param>
public sealed record EditionRow(
    EditionId Id, EditionStage Stage, DateOnly CutOff, int Authorities, int Files, MailCounts? Mails) : Confidential;

/// <summary>The editions, newest first.</summary>
/// <param name="Range">Which page of them.</param>
/// <param name="Rows">The editions of the page.</param>
/// <param name="Waiting">What waits for a second person.</param>
public sealed record EditionList(PageRange Range, IReadOnlyList<EditionRow> Rows, IReadOnlyList<PublicationRequest> Waiting) : Confidential;
