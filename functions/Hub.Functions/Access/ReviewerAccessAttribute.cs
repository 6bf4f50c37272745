using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>
/// Reviewers may call it: whoever <see cref="PersonAccessAttribute"/> lets in, but for the first key, which decides nothing.
/// </summary>
public sealed class ReviewerAccessAttribute() : AccessAttribute(CallerKind.Secretariat)
{
    /// <inheritdoc/>
    internal override async Task<Caller?> Admit(Callers callers, HttpRequest request) => await callers.RequireReviewer(request);
}
