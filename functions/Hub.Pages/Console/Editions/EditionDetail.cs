using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Planning;
using Hub.Delivery.Editions.Publishing;
using Hub.Delivery.Mail;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Pages.Console.Editions;

/// <summary>A mail of an edition.</summary>
/// <param name="Mail">What became of it.</param>
/// <param name="Name">Its recipient's name.</param>
/// <param name="StateName">The name of its recipient's State.</param>
/// <param name="Address">Its recipient's address.</param>
public sealed record DeliveryRow(MailDelivery Mail, string Name, string StateName, string Address) : Confidential;

/// <summary>Everything that is shown of an edition that was begun.</summary>
/// <param name="Id">The edition.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Facts">What it holds.</param>
/// <param name="Files">Its files, once they are made.</param>
public sealed record EditionDetail(EditionId Id, EditionStage Stage, Edition Facts, IReadOnlyList<ManifestEntry> Files) : Confidential
{
    /// <summary>Its event.</summary>
    public long? Sequence { get; init; }

    /// <summary>Who dropped it, when and why.</summary>
    public EditionOutcome? Dropped { get; init; }

    /// <summary>Who asked for it and who published it, where two people did.</summary>
    public PublicationRequest? Request { get; init; }

    /// <summary>How its mails stand.</summary>
    public MailCounts Mails { get; init; } = new(0, 0, 0);

    /// <summary>When the last of them will have gone; null where none waits.</summary>
    public SendingForecast? Forecast { get; init; }

    /// <summary>How many of those that wait go with a digest, later than that.</summary>
    public int InDigests { get; init; }

    /// <summary>Which mails are shown; null for all.</summary>
    public MailStatus? Status { get; init; }

    /// <summary>Which page of them.</summary>
    public required PageRange Range { get; init; }

    /// <summary>The mails of the page, those that failed first.</summary>
    public IReadOnlyList<DeliveryRow> Deliveries { get; init; } = [];
}

/// <summary>Mails that somebody is about to send again.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Deliveries">The mails.</param>
/// <param name="Stopped">Recipients among theirs that get nothing until their address is another, or somebody says that it is right.</param>
/// <param name="Recipient">The one recipient; null for all that failed.</param>
public sealed record ResendDraft(
    EditionId Edition, IReadOnlyList<DeliveryRow> Deliveries, IReadOnlyCollection<string> Stopped, string? Recipient) : Confidential
{
    /// <summary>Those that would go.</summary>
    public IEnumerable<DeliveryRow> Going => Deliveries.Where(d => !Stopped.Contains(d.Mail.Recipient));

    /// <summary>A mark of how they stand: who sends again has seen them so, and sends them once.</summary>
    public string Mark => CanonicalJson.Sha256(new System.Text.Json.Nodes.JsonArray(
        [.. Going.Select(d => (System.Text.Json.Nodes.JsonNode)$"{d.Mail.Recipient} {d.Mail.Status} {d.Mail.At:O} {d.Address}")]))[..16];
}
