using Hub.Delivery.Editions;
using Hub.InMemory;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Delivery.Editions.Dropping;

/// <summary>An edition that is published or dropped.</summary>
public abstract class EditionDropCase : IDisposable
{
    private protected static readonly EditionId First = new(2025, 1);
    private protected static readonly EditionId Revision = First with { Kind = EditionKind.Revision, Number = 1 };
    private protected readonly MemoryRegister _register = new(Sample.Authority());
    private protected readonly MemoryEditions _editions = new();
    private protected readonly PlainRenderer _renderer = new();
    private protected readonly ManualClock _clock = new();
    private protected readonly EditionService _desk;

    private protected EditionDropCase() => _desk = Desk();

    public void Dispose()
    {
        _desk.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<long?> Publish(EditionId id, string? reason = null)
    {
        Assert.IsType<EditionResult.Begun>(await _desk.Begin(new(id, reason), default));
        return await _desk.Publish(id, default);
    }

    private protected Task<DropResult> Drop() => _desk.Drop(First, "Reviewer", "It is wrong.", default);

    private protected EditionService Desk() => new(
        _register, _editions, new(_editions, _renderer, new(new MemoryFailures(), new FixedIdentifiers(), _clock)),
        new(_register, _editions), Sample.Data, _clock);
}
