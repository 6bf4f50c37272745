using System.Text.Json.Serialization;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Log;

namespace Hub.Delivery.Confirmations;

/// <summary>That a recipient was asked to confirm records.</summary>
/// <param name="Recipient">The recipient's id.</param>
/// <param name="On">The day, UTC.</param>
public sealed record Asked(string Recipient, DateOnly On)
{
    /// <summary>The store's mark of this version, for optimistic concurrency; null before the first.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }
}

/// <summary>Where it is kept who was asked when.</summary>
public interface IConfirmationRequestStore
{
    /// <summary>All of them.</summary>
    Task<IReadOnlyList<Asked>> List(CancellationToken cancel);

    /// <summary>Writes one back; false where somebody else wrote it since it was read.</summary>
    Task<bool> Save(Asked asked, CancellationToken cancel);
}

/// <summary>
/// Asks authorities and missions, once a year, whether records are still right: one mail a recipient, however many records.
/// </summary>
public sealed class ConfirmationRequests(
    RecipientDirectory recipients,
    IRegisterStore register,
    IConfirmationRequestStore store,
    IOutbox outbox,
    TimeProvider clock)
{
    /// <summary>How long a look at the whole register serves: what it looks for changes from day to day.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    private DateTimeOffset _nextLook;

    /// <summary>Asks whoever is to be asked, unless that was just done.</summary>
    public async Task AskWhereDue(CancellationToken cancel)
    {
        if (clock.GetUtcNow() < _nextLook)
            return;
        await Ask(cancel);
        _nextLook = clock.GetUtcNow() + LookAgain;
    }

    /// <summary>Asks whoever is to be asked today.</summary>
    public async Task Ask(CancellationToken cancel)
    {
        var (day, asked) = (
            DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
            (await store.List(cancel)).ToDictionary(a => a.Recipient));
        var snapshot = await register.Read(TimeSpan.FromMinutes(1), cancel);
        if (!snapshot.Authorities.Values.Any(a => UpkeepPolicy.IsDue(a.Upkeep, day)))
            return;
        foreach (var recipient in await recipients.List(cancel))
            if (ConfirmableRecords.Of(recipient, snapshot, day)
                .Any(a => UpkeepPolicy.IsToBeAsked(a.Upkeep, asked.GetValueOrDefault(recipient.Id)?.On, day)))
                await Ask(recipient, asked.GetValueOrDefault(recipient.Id), day, cancel);
    }

    // The mail first: a crash in between asks again, and it is the same mail.
    private async Task Ask(Recipient recipient, Asked? before, DateOnly day, CancellationToken cancel)
    {
        await outbox.Add([OutboxMails.Confirmation(recipient.Id, day, clock.GetUtcNow())], cancel);
        await store.Save(new(recipient.Id, day) { ETag = before?.ETag }, cancel);
    }
}
