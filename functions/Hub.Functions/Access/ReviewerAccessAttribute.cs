using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>
/// Reviewers may call it, or whoever has one of the roles named: whoever <see cref="PersonAccessAttribute"/> lets in, but for the first
/// key, which decides nothing.
/// </summary>
/// <param name="roles">The roles of which one is wanted.</param>
public sealed class ReviewerAccessAttribute(SecretariatRoles roles = SecretariatRoles.Reviewer) : AccessAttribute(CallerKind.Secretariat)
{
    /// <inheritdoc/>
    internal override async Task<Caller?> Admit(Callers callers, HttpRequest request) => await callers.RequireReviewer(request, roles);
}
