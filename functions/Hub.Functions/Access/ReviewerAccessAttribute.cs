using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>
/// Reviewers may call it, or whoever has one of the roles named: whoever <see cref="PersonAccessAttribute"/> lets in, but for the first
/// key, which decides nothing.
/// </summary>
public sealed class ReviewerAccessAttribute : AccessAttribute
{
    /// <summary>Lets in whoever has one of some roles.</summary>
    public ReviewerAccessAttribute(SecretariatRoles roles = SecretariatRoles.Reviewer)
        : base(CallerKind.Secretariat) => Roles = roles;

    /// <inheritdoc/>
    internal override async Task<Caller?> Admit(Callers callers, HttpRequest request) => await callers.RequireReviewer(request, Roles);
}
