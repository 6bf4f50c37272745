using Hub.Notices.Recipients;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Functions.Administration;

/// <summary>A permanent mission that is told by mail, as the Secretariat sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Its State.</param>
/// <param name="Address">Its functional mailbox.</param>
/// <param name="Language">The language it reads.</param>
/// <param name="Name">How it is addressed.</param>
/// <param name="Role">The office it is, where it writes to the hub.</param>
/// <param name="Domains">The domains whose every mailbox may write for it.</param>
/// <param name="Since">It is told of events after this one.</param>
/// <param name="SetAt">When its address, or what it may say, was set last, UTC.</param>
/// <param name="SetBy">By whom.</param>
public sealed record SubscriberView(
    string Id, StateCode State, string Address, Language Language, string Name, OfficeRole Role, IReadOnlyList<string>? Domains,
    long Since, DateTimeOffset? SetAt, string? SetBy)
{
    /// <summary>The view of a subscriber.</summary>
    public static SubscriberView Of(Recipient subscriber) => new(
        subscriber.Id, subscriber.State, subscriber.Address, subscriber.Language, subscriber.Name, subscriber.Role, subscriber.Domains,
        subscriber.Since, subscriber.SetAt, subscriber.SetBy);
}

/// <summary>A subscriber that was just saved.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Since">It is told of events after this one.</param>
public sealed record SavedSubscriber(string Id, long Since);
