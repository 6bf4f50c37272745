using Hub.Notices.Access;

namespace Hub.InMemory;

/// <summary>People who have signed in, in memory.</summary>
internal sealed class MemoryPeople : IPersonStore
{
    private readonly Dictionary<string, Person> _people = [];

    public Task Note(Person person, CancellationToken cancel)
    {
        _people[person.Id] = person;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Person>> List(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Person>>([.. _people.Values]);
}
