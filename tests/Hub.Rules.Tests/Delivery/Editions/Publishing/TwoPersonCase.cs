using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Planning;
using Hub.Delivery.Editions.Publishing;
using Hub.InMemory;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Editions.Publishing;

/// <summary>An edition that two people publish.</summary>
public abstract class TwoPersonCase : IDisposable, ISubscriberStore
{
    private protected static readonly EditionId First = new(2025, 1);
    private protected readonly MemoryRegister _register = new(Sample.Authority());
    private protected readonly MemoryEditions _store = new();
    private protected readonly MemoryPublications _requests = new();
    private protected readonly ManualClock _clock = new();
    private protected readonly EditionService _editions;
    private protected readonly AudiencePlanner _audience;
    private protected readonly EditionConfirmations _confirmations;
    private protected readonly TwoPersonPublishing _publishing;

    private protected TwoPersonCase()
    {
        var choices = new MemoryChoices();
        _editions = new(
            _register, _store, new(_store, new PlainRenderer(), new(new MemoryFailures(), new FixedIdentifiers(), _clock)),
            new(_register, _store), Sample.Data, _clock);
        _audience = new(
            new(_register, this, choices, _clock), choices, new MemoryOutbox(), new SenderAssignment(["hub@hub.example"]),
            new(new MemoryAddresses(), _clock),
            new(SendingPace.Exchange, SendingQuota.Exchange, RetryPolicy.OwnServices, TimeSpan.FromHours(1), DigestTimes.Morning), _clock);
        _confirmations = new(new FixedAccessLinkKey(), _clock);
        _publishing = new(_editions, _audience, _confirmations, _requests, _clock);
    }

    public void Dispose()
    {
        _editions.Dispose();
        GC.SuppressFinalize(this);
    }

    Task<IReadOnlyList<Recipient>> ISubscriberStore.List(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Recipient>>([]);

    Task<bool> ISubscriberStore.Save(Recipient recipient, Recipient? before, CancellationToken cancel) =>
        throw new NotSupportedException();

    private protected static PublicationRefusal Why(PublicationResult result) => Assert.IsType<PublicationResult.Refused>(result).Why;

    private protected async Task<PublicationResult> Ask(string by, string reason = "It is time.", string? plan = null) =>
        await _publishing.Ask(new(First), by, reason, plan ?? await Plan(), default);

    private protected async Task<PublicationResult> Publish(string by, string? typed = "2025/1", string? plan = null) =>
        await _publishing.Publish(First, by, typed, plan ?? await Plan(), default);

    private protected async Task<string> Plan()
    {
        var prepared = await _editions.Prepare(new(First), default) as EditionResult.Begun;
        return prepared is null ? "" : (await _confirmations.Issue(prepared.Edition, await _audience.Find(default), default)).Token;
    }
}
