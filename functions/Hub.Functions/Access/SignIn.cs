using System.Net;
using Hub.Functions.Errors;
using Hub.Notices.Access;
using Hub.Notices.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>
/// Knows who signed in: by Entra ID, as the platform's header says, or with a session of the hub's own. Where nobody can sign in by
/// Entra ID, what callers say of themselves in that header is not read.
/// </summary>
/// <param name="settings">How people sign in.</param>
/// <param name="sessions">The hub's own sessions; null where there are none.</param>
/// <param name="clock">The time.</param>
/// <param name="visitors">The sessions of those who signed in by mail; null where there are none.</param>
public sealed class SignIn(
    SignInSettings settings, ISessionStore? sessions = null, TimeProvider? clock = null, VisitorSessions? visitors = null)
{
    /// <summary>Where a person signs in with Entra ID; the platform answers there.</summary>
    public const string EntraPath = "/.auth/login/aad";

    /// <summary>Where a person signs out of Entra ID; the platform answers there.</summary>
    public const string EndPath = "/.auth/logout?post_logout_redirect_uri=/";

    private const string Local = "hub-session";
    private static readonly CallerKind[] Everybody = Enum.GetValues<CallerKind>();

    /// <summary>The application roles of Entra ID, and what they let a person do.</summary>
    public static readonly IReadOnlyDictionary<string, SecretariatRoles> Roles = new Dictionary<string, SecretariatRoles>
    {
        ["Reviewer"] = SecretariatRoles.Reviewer,
        ["Editor"] = SecretariatRoles.Editor,
        ["Administrator"] = SecretariatRoles.Administrator,
    };

    /// <summary>Whether people sign in with Entra ID: then no key decides anything.</summary>
    public bool IsOn => settings.Application is not null;

    /// <summary>Whether people of the sample sign in without a password.</summary>
    public bool IsLocal => settings.IsLocal;

    /// <summary>
    /// The person of the Secretariat who signed in, named by object id or by a session; null where nobody did. Who has no role, or comes
    /// from another site's page to change something, is refused.
    /// </summary>
    public async Task<Caller?> Find(HttpRequest request)
    {
        if (await Person(request) is not { } person)
            return null;
        if (person.Roles == SecretariatRoles.None)
            throw new ApiException(
                403, "Not of the Secretariat",
                $"You are signed in, without any of the roles {string.Join(", ", Roles.Keys)}: whoever administers the sign-in can give "
                + "you one.");
        RefuseForeign(request);
        return person;
    }

    /// <summary>
    /// Whoever signed in and is of one of some kinds, or of any where none is named: a person of the Secretariat with a role, or somebody
    /// who signed in by mail; null where nobody did. What another site's page sends is refused.
    /// </summary>
    public async Task<Caller?> FindVisitor(HttpRequest request, params IReadOnlyList<CallerKind> kinds)
    {
        var wanted = kinds.Count == 0 ? Everybody : kinds;
        var person = wanted.Contains(CallerKind.Secretariat) ? await Person(request) : null;
        var found = person is { Roles: not SecretariatRoles.None } ? person : (await ByMail(request))?.As(wanted);
        if (found is not null)
            RefuseForeign(request);
        return found;
    }

    /// <summary>Refuses what another site's page sends.</summary>
    public void RefuseForeign(HttpRequest request)
    {
        if (IsForeign(request))
            throw new ApiException(403, "Not from here", $"Somebody signed in changes things from pages at {Origin(request)} only.");
    }

    /// <summary>Begins a session for a person of the sample. Only a browser on the hub's own machine gets one.</summary>
    public async Task Begin(HttpRequest request, LocalPerson person, string secret, CancellationToken cancel)
    {
        if (!IsHere(request) || IsForeign(request) || sessions is null)
            throw new ApiException(403, "Not from here", "This sign-in is for a hub on your own machine, and for its own pages.");
        var now = clock!.GetUtcNow();
        await sessions.Begin(new(person.Name, person.Roles, now, now + Session.Lasts), secret, cancel);
        request.HttpContext.Response.Cookies.Append(
            Local, secret, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Session.Lasts });
    }

    /// <summary>Begins a session for those who have an address, in place of whatever session the browser had.</summary>
    public async Task Begin(HttpRequest request, IReadOnlyList<AddressHolder> holders, string secret, CancellationToken cancel)
    {
        RefuseForeign(request);
        await End(request, cancel);
        await visitors!.Begin(holders, secret, cancel);
        request.HttpContext.Response.Cookies.Append(ByMailCookie, secret, settings.CookieFor(Session.Lasts));
    }

    /// <summary>Ends the sessions that a request brings, if it brings any.</summary>
    public async Task End(HttpRequest request, CancellationToken cancel)
    {
        foreach (var (name, options) in new[] { (Local, new CookieOptions()), (ByMailCookie, settings.CookieFor(null)) })
        {
            if (sessions is not null && SignInSettings.Secret(request, name) is { } secret)
                await sessions.End(ApiKey.IdOf(ApiKey.Hash(secret)), cancel);
            if (request.Cookies.ContainsKey(name))
                request.HttpContext.Response.Cookies.Delete(name, options);
        }
    }

    private string ByMailCookie => settings.CookieOf("hub-visit");

    private Task<VisitorSession?> ByMail(HttpRequest request) => request.VisitOr(async () =>
        visitors is not null && SignInSettings.Secret(request, ByMailCookie) is { } secret
            ? await visitors.Find(secret, request.HttpContext.RequestAborted)
            : null);

    private async Task<Caller?> Person(HttpRequest request) => settings switch
    {
        { Application: { } application } => request.Headers[ClientPrincipal.Header] is [{ } header]
            && ClientPrincipal.Read(header, application) is { } principal
                ? Signed(principal.Person.ToString(), RolesOf(principal)) with { FullName = principal.Name }
                : null,
        { IsLocal: true } when IsHere(request) && sessions is not null && SignInSettings.Secret(request, Local) is { } secret =>
            await sessions.Find(secret, clock!.GetUtcNow(), request.HttpContext.RequestAborted) is { Holders: null } session
                ? Signed(session.Person, session.Roles) with { Session = session.Id }
                : null,
        _ => null,
    };

    private static Caller Signed(string name, SecretariatRoles roles) =>
        new(name, CallerKind.Secretariat) { SignedIn = true, Roles = roles };

    private static SecretariatRoles RolesOf(ClientPrincipal principal) =>
        principal.Roles.Aggregate(SecretariatRoles.None, (all, role) => all | Roles.GetValueOrDefault(role));

    // A page elsewhere whose name was made to lead to this machine comes under that name.
    private bool IsHere(HttpRequest request) => settings.IsLocal
        && (request.Host.Host == "localhost" || (IPAddress.TryParse(request.Host.Host, out var host) && IPAddress.IsLoopback(host)));

    private string Origin(HttpRequest request) =>
        settings.IsLocal ? $"http://{request.Host}" : settings.Home.GetLeftPart(UriPartial.Authority);

    // A browser sends what it is signed in with along with what other sites' pages ask for, and says so. What says nothing of that is a
    // program, and brings a token.
    private bool IsForeign(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return false;
        var (site, origin) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString());
        return (site.Length == 0 && origin.Length == 0 && request.Headers.Authorization.Count == 0)
            || site is not ("" or "same-origin" or "none")
            || (origin.Length > 0 && origin != Origin(request));
    }
}

/// <summary>How the Secretariat's people sign in.</summary>
/// <param name="Application">
/// The Entra application that App Service Authentication signs them in to; null where that is switched off.
/// </param>
/// <param name="Home">The hub's public address: requests of its own pages come from there.</param>
public sealed record SignInSettings(Guid? Application, Uri Home)
{
    /// <summary>Whether people of the sample sign in without a password, on a hub that nobody reaches but from its own machine.</summary>
    public bool IsLocal { get; init; }

    /// <summary>The name of a cookie, which over HTTPS no other host can set.</summary>
    public string CookieOf(string name) => Home.Scheme == Uri.UriSchemeHttps ? $"__Host-{name}" : name;

    /// <summary>How a cookie is kept that opens something.</summary>
    public CookieOptions CookieFor(TimeSpan? lasts) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = lasts, Secure = Home.Scheme == Uri.UriSchemeHttps,
    };

    /// <summary>What a cookie holds that may be a secret of the hub's.</summary>
    public static string? Secret(HttpRequest request, string name) =>
        request.Cookies[name] is { Length: > 0 and < 200 } secret ? secret : null;
}
