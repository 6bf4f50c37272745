using Hub.Delivery.Mail;

namespace Hub.Rules.Tests.Builders;

/// <summary>A roster with optimistic concurrency, and a place to crash just before or just after each save.</summary>
internal sealed class MemoryRoster : IRosterStore
{
    private Roster _roster = new();
    private int _version;

    public Action Hazard { get; set; } = () => { };

    public Task<Roster> Read(CancellationToken cancel) => Task.FromResult(_roster);

    public Task<bool> Save(Roster roster, CancellationToken cancel)
    {
        Hazard();
        if (_roster.ETag != roster.ETag)
            return Task.FromResult(false);
        _roster = roster with { ETag = $"{++_version}" };
        Hazard();
        return Task.FromResult(true);
    }
}
