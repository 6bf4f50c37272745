using System.Text.Json.Serialization;

namespace Hub.Notices.Recipients;

/// <summary>What a recipient chose. It counts from the next mail that is begun, and for when that is due from the next event on.</summary>
public sealed record RecipientChoice(string Recipient)
{
    /// <summary>What it wants.</summary>
    public MailPreferences Preferences { get; init; } = MailPreferences.Default;

    /// <summary>When it was last sent a fresh link, UTC.</summary>
    public DateTimeOffset? LinkRenewedAt { get; init; }

    /// <summary>How often the links that were sent to it were ended.</summary>
    public int LinkGeneration { get; init; }

    /// <summary>The store's mark of this version, for optimistic concurrency; null before the first.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }
}

/// <summary>Where the choices of recipients are kept.</summary>
public interface IChoiceStore
{
    /// <summary>The choices of all that made one.</summary>
    Task<IReadOnlyList<RecipientChoice>> List(CancellationToken cancel);

    /// <summary>A recipient's; the default where it made none.</summary>
    Task<RecipientChoice> Find(string recipient, CancellationToken cancel);

    /// <summary>Writes one back; false where somebody else wrote it since it was read.</summary>
    Task<bool> Save(RecipientChoice choice, CancellationToken cancel);
}
