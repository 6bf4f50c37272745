using Hub.Delivery.Editions;
using Hub.InMemory;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Delivery.Editions.Publishing;

/// <summary>Editions and their service.</summary>
public abstract class EditionServiceCase : IDisposable
{
    private protected static readonly EditionId First = new(2025, 1);
    private protected readonly MemoryRegister _register = new(Sample.Authority());
    private protected readonly MemoryEditions _editions = new();
    private protected readonly PlainRenderer _renderer = new();
    private protected readonly ManualClock _clock = new();
    private protected readonly MemoryFailures _failures = new();

    private protected EditionServiceCase() => Desk = new(
        _register, _editions, new(_editions, _renderer, new(_failures, new FixedIdentifiers(), _clock)), new(_register, _editions),
        Sample.Data, _clock);

    public void Dispose()
    {
        Desk.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected EditionService Desk { get; }

    private protected async Task<long?> Published() =>
        await Desk.Begin(new(), default) is EditionResult.Begun(var edition, _) ? await Desk.Publish(edition.Id, default) : null;
}
