using Hub.Notices.Access;
using Hub.Pages.Texts;

namespace Hub.Pages.Console.Frame;

/// <summary>Roles in words.</summary>
internal static class RoleNames
{
    private static readonly SecretariatRoles[] Each = [SecretariatRoles.Reviewer, SecretariatRoles.Editor, SecretariatRoles.Administrator];

    /// <summary>The roles, one after the other.</summary>
    public static string Of(SecretariatRoles roles, Labels labels) => Each.Where(r => (roles & r) != 0).ToList() is { Count: > 0 } held
        ? string.Join(", ", held.Select(r => labels[$"Console.Role.{r}"]))
        : labels["Console.Role.None"];
}
