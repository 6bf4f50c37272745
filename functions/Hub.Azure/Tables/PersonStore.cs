using Azure.Data.Tables;
using Hub.Notices.Access;

namespace Hub.Azure.Tables;

/// <summary>People who have signed in, by their ids.</summary>
public sealed class PersonStore(HubTables tables) : IPersonStore
{
    private const string Partition = "person";

    /// <inheritdoc/>
    public Task Note(Person person, CancellationToken cancel) =>
        tables.Keys.UpsertEntityAsync(JsonEntity.Of(Partition, Row(person.Id), person), TableUpdateMode.Replace, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Person>> List(CancellationToken cancel) =>
        tables.Keys.List<Person>($"PartitionKey eq {Partition}", cancel);

    // A name may hold what no key of a row may.
    private static string Row(string id) => ApiKey.Hash(id);
}
