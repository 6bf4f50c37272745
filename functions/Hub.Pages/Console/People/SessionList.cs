using Hub.Notices.Access;
using Hub.Register.Json;

namespace Hub.Pages.Console.People;

/// <summary>Who works with the hub.</summary>
/// <param name="People">Everybody who ever signed in.</param>
/// <param name="Sessions">The sessions that go on, the newest first.</param>
/// <param name="Own">The id of the reader's own session; null where the hub keeps none.</param>
/// <param name="Reader">The name by which decisions know the reader.</param>
/// <param name="IsElsewhere">Whether people sign in with Entra ID, which keeps the sessions.</param>
public sealed record SessionList(
    IReadOnlyList<Person> People, IReadOnlyList<Session> Sessions, string? Own, string Reader, bool IsElsewhere) : Confidential;
