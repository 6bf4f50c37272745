using System.Collections.Concurrent;
using Hub.Register.Laws;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>Checks of laws' addresses, in memory.</summary>
internal sealed class MemoryLinkChecks : ILinkCheckStore
{
    private readonly ConcurrentDictionary<string, LinkCheck> _checks = new();

    public Task<IReadOnlyList<LinkCheck>> List(CancellationToken cancel) => Task.FromResult<IReadOnlyList<LinkCheck>>([.. _checks.Values]);

    public Task Save(LinkCheck check, CancellationToken cancel)
    {
        _checks[check.LawId] = check;
        return Task.CompletedTask;
    }
}
