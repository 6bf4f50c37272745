using Hub.Notices.Access;

namespace Hub.Functions.Access;

/// <summary>A person of the sample, as whom anybody may work with a hub on their own machine.</summary>
/// <param name="Id">Names the person in the form.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Roles">What the person may do.</param>
public sealed record LocalPerson(string Id, string Name, SecretariatRoles Roles)
{
    /// <summary>Two reviewers, an editor and an administrator: what a change of designation and an edition want.</summary>
    public static readonly IReadOnlyList<LocalPerson> All =
    [
        new("amina", "Amina Diallo", SecretariatRoles.Reviewer),
        new("boris", "Boris Petrov", SecretariatRoles.Reviewer),
        new("clara", "Clara Weber", SecretariatRoles.Editor),
        new("daniel", "Daniel Osei", SecretariatRoles.Administrator),
    ];
}
