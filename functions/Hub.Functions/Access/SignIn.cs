using Hub.Functions.Errors;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>Knows who signed in. Where nobody can, what callers say of themselves in the platform's header is not read.</summary>
public sealed class SignIn(SignInSettings settings)
{
    /// <summary>The application role that makes somebody a reviewer.</summary>
    public const string Role = "Secretariat";

    /// <summary>Where a person signs in; the platform answers there.</summary>
    public const string Path = "/.auth/login/aad";

    /// <summary>Whether people sign in at all.</summary>
    public bool IsOn => settings.Application is not null;

    /// <summary>The person of the Secretariat who signed in, named by object id; null where nobody did.</summary>
    public Caller? Find(HttpRequest request)
    {
        var headers = request.Headers[ClientPrincipal.Header];
        if (settings.Application is not { } application || headers is not [{ } header]
            || ClientPrincipal.Read(header, application) is not { } principal)
            return null;
        if (!principal.Roles.Contains(Role))
            throw new ApiException(
                403, "Not of the Secretariat",
                $"You are signed in, without the role {Role}: whoever administers the sign-in can give it to you.");
        return IsForeign(request)
            ? throw new ApiException(403, "Not from here", $"Somebody signed in changes things from pages at {Origin} only.")
            : new(principal.Person.ToString(), CallerKind.Secretariat) { SignedIn = true };
    }

    private string Origin => settings.Home.GetLeftPart(UriPartial.Authority);

    // A browser sends the cookie of a session along with what other sites' pages ask for, and says so.
    private bool IsForeign(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none")
            || (request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != Origin));
}
