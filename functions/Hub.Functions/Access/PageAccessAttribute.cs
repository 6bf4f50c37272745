using Hub.Functions.Errors;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>
/// A page of the Secretariat: people of it who signed in may open it, with any role or with one of those named. A key opens no page. What a
/// form of the page sends comes with the form's token, or asks its sender once more.
/// </summary>
public sealed class PageAccessAttribute : AccessAttribute, ISignedInPage
{
    /// <summary>Lets in whoever has one of some roles.</summary>
    public PageAccessAttribute(SecretariatRoles roles = SecretariatRoles.All)
        : base(CallerKind.Secretariat) => Roles = roles;

    /// <inheritdoc/>
    public bool TakesAnyText { get; init; }

    /// <inheritdoc/>
    internal override async Task<Caller?> Admit(Callers callers, HttpRequest request) => await callers.RequireVisitor(request, Roles);
}

/// <summary>
/// A page of those who signed in, of some kinds: by mail, and of the Secretariat where that is named. Who has not, or is of another
/// kind, is led to where one signs in. What a form of the page sends comes with the form's token.
/// </summary>
/// <param name="kinds">Who may open it.</param>
public sealed class SitePageAttribute(params CallerKind[] kinds) : AccessAttribute(kinds), ISignedInPage
{
    /// <inheritdoc/>
    public bool TakesAnyText { get; init; }

    /// <inheritdoc/>
    internal override async Task<Caller?> Admit(Callers callers, HttpRequest request) =>
        await callers.FindVisitor(request, [.. Kinds]) ?? throw new SignInNeededException();
}

/// <summary>A page that everybody may open.</summary>
public sealed class PublicPageAttribute : AccessAttribute, IPage
{
    /// <inheritdoc/>
    internal override Task<Caller?> Admit(Callers callers, HttpRequest request) => Task.FromResult<Caller?>(null);
}

/// <summary>What people read in a browser: refusals and errors are pages too, and the contract of the API says nothing of it.</summary>
public interface IPage;

/// <summary>A page of somebody who signed in: its forms bring tokens.</summary>
public interface ISignedInPage : IPage
{
    /// <summary>Whether the page says itself where a text has signs that nobody sees; elsewhere such a form is refused.</summary>
    bool TakesAnyText { get; }
}
