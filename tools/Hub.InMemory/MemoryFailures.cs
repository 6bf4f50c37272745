using Hub.Work.Failures;

namespace Hub.InMemory;

/// <summary>The failures list in memory.</summary>
internal sealed class MemoryFailures : IFailureStore
{
    private readonly Dictionary<string, string> _errors = [];
    private readonly Dictionary<string, EndedAttempts> _ended = [];

    public Dictionary<string, DeadLetter> All { get; } = [];

    public Task Save(DeadLetter letter, CancellationToken cancel)
    {
        All[letter.Id] = letter;
        return Task.CompletedTask;
    }

    public Task<DeadLetter?> Find(string id, CancellationToken cancel) => Task.FromResult(All.GetValueOrDefault(id));

    public Task<IReadOnlyList<DeadLetter>> List(int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<DeadLetter>>([.. All.Values.OrderBy(l => l.Id, StringComparer.Ordinal).Take(limit)]);

    public Task NoteError(string message, string error, CancellationToken cancel)
    {
        _errors[message] = error;
        return Task.CompletedTask;
    }

    public Task<EndedAttempts> Ended(string queue, string id, CancellationToken cancel) =>
        Task.FromResult(_ended.GetValueOrDefault($"{queue}/{id}", EndedAttempts.None));

    public Task SaveEnded(string queue, string id, EndedAttempts ended, CancellationToken cancel)
    {
        _ended[$"{queue}/{id}"] = ended;
        return Task.CompletedTask;
    }

    public Task<string?> ErrorOf(string message, CancellationToken cancel) => Task.FromResult(_errors.GetValueOrDefault(message));

    public Task ForgetError(string message, CancellationToken cancel)
    {
        _errors.Remove(message);
        return Task.CompletedTask;
    }
}
