using Hub.Register.Json;

namespace Hub.Notices.Access;

/// <summary>A person of the Secretariat who has signed in.</summary>
/// <param name="Id">The name under which decisions and keys know the person: an object id of Entra ID, or a name.</param>
/// <param name="Name">What colleagues call the person.</param>
/// <param name="Roles">What the person might do when last seen.</param>
/// <param name="SeenAt">When that was, to the hour, UTC.</param>
public sealed record Person(string Id, string Name, SecretariatRoles Roles, DateTimeOffset SeenAt) : Confidential;

/// <summary>Who has signed in, so that pages can say who did something.</summary>
public interface IPersonStore
{
    /// <summary>Keeps what is known of a person now.</summary>
    Task Note(Person person, CancellationToken cancel);

    /// <summary>Everybody who ever signed in.</summary>
    Task<IReadOnlyList<Person>> List(CancellationToken cancel);
}
