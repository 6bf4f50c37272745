using Hub.Notices.Access;

namespace Hub.InMemory;

/// <summary>What the Secretariat did, in memory.</summary>
internal sealed class MemoryActions : IActionLog
{
    private readonly List<SecretariatAction> _kept = [];

    /// <summary>Whether storage is away.</summary>
    public bool IsDown { get; set; }

    public Task Add(SecretariatAction action, CancellationToken cancel)
    {
        if (IsDown)
            throw new IOException();
        if (!_kept.Contains(action))
            _kept.Add(action);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<SecretariatAction>> List(int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<SecretariatAction>>([.. _kept.OrderByDescending(a => a.At).Take(limit)]);
}
