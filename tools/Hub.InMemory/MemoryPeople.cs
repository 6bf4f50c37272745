using Hub.Notices.Access;

namespace Hub.InMemory;

/// <summary>People who have signed in, and the forms that they sent, in memory.</summary>
internal sealed class MemoryPeople : IPersonStore, ISentForms
{
    private readonly Dictionary<string, Person> _people = [];
    private readonly Dictionary<string, DateTimeOffset> _sent = [];

    public Task Note(Person person, CancellationToken cancel)
    {
        _people[person.Id] = person;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Person>> List(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Person>>([.. _people.Values]);

    public Task<bool> Take(string token, DateTimeOffset now, CancellationToken cancel)
    {
        if (!_sent.TryAdd(token, now))
            return Task.FromResult(false);
        foreach (var old in _sent.Where(s => s.Value + ISentForms.Remembered < now).Select(s => s.Key).ToList())
            _sent.Remove(old);
        return Task.FromResult(true);
    }
}
