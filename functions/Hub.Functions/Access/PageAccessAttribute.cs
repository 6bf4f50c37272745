using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>
/// A page of the Secretariat: people of it who signed in may open it, with any role or with one of those named. A key opens no page. What a
/// form of the page sends comes with the form's token, or asks its sender once more.
/// </summary>
public sealed class PageAccessAttribute : AccessAttribute, IPage
{
    /// <summary>Lets in whoever has one of some roles.</summary>
    public PageAccessAttribute(SecretariatRoles roles = SecretariatRoles.All)
        : base(CallerKind.Secretariat) => Roles = roles;

    /// <summary>Whether the page says itself where a text has signs that nobody sees; elsewhere such a form is refused.</summary>
    public bool TakesAnyText { get; init; }

    /// <inheritdoc/>
    internal override async Task<Caller?> Admit(Callers callers, HttpRequest request) => await callers.RequireVisitor(request, Roles);
}

/// <summary>A page that everybody may open.</summary>
public sealed class PublicPageAttribute : AccessAttribute, IPage
{
    /// <inheritdoc/>
    internal override Task<Caller?> Admit(Callers callers, HttpRequest request) => Task.FromResult<Caller?>(null);
}

/// <summary>What people read in a browser: refusals and errors are pages too, and the contract of the API says nothing of it.</summary>
public interface IPage;
