using Hub.Functions.Errors;
using Hub.Notices.Access;
using Hub.Register.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>Who calls: by the key in the Authorization header, or by sign-in.</summary>
/// <param name="keys">The keys.</param>
/// <param name="signIn">The sign-in.</param>
/// <param name="guesses">How many unknown keys may be tried; null for any number.</param>
public sealed class Callers(IKeyStore keys, SignIn signIn, KeyGuesses? guesses = null)
{
    /// <summary>The title of a refusal for want of a role; its detail names the roles.</summary>
    public const string NotForRole = "Not for your role";

    private const string Scheme = "Bearer ";

    /// <summary>The caller, where it is of one of the kinds; 401 without a valid key or sign-in, 403 for other kinds.</summary>
    public async Task<Caller> Require(HttpRequest request, params CallerKind[] kinds)
    {
        var caller = (await ByKey(request))?.Caller ?? await signIn.Find(request) ?? throw Unknown();
        return kinds.Contains(caller.Kind) ? caller : throw Forbidden(caller, kinds);
    }

    /// <summary>The same, where whoever is of the Secretariat has one of some roles.</summary>
    public async Task<Caller> RequireRole(HttpRequest request, SecretariatRoles roles, params CallerKind[] kinds) =>
        await Require(request, kinds) is var caller && caller.Kind == CallerKind.Secretariat ? WithRole(caller, roles) : caller;

    /// <summary>
    /// Who decides. Where people sign in, only they do: one person with a key besides would be two reviewers. The first key issues others
    /// and decides nothing.
    /// </summary>
    public Task<Caller> RequireReviewer(HttpRequest request) => RequireReviewer(request, SecretariatRoles.Reviewer);

    /// <summary>The same, of whoever has one of some roles.</summary>
    public async Task<Caller> RequireReviewer(HttpRequest request, SecretariatRoles roles) =>
        await RequirePerson(request, roles) switch
        {
            { IsFirstKey: true } => throw new ApiException(
                403, "Not by the first key", "The first key issues keys: issue each reviewer one, and decide with that."),
            var reviewer => reviewer,
        };

    /// <summary>
    /// Who may give powers away: keys, and the addresses of those who speak for their States. Where people sign in, only they do.
    /// </summary>
    public Task<Caller> RequirePerson(HttpRequest request) => RequirePerson(request, SecretariatRoles.Administrator);

    /// <summary>Who opens a page: a person who signed in, with one of these roles.</summary>
    public async Task<Caller> RequireVisitor(HttpRequest request, SecretariatRoles roles) =>
        WithRole(await signIn.Find(request) ?? throw new SignInNeededException(), roles);

    /// <summary>Whoever signed in, of some kinds or of any; null where nobody did.</summary>
    public Task<Caller?> FindVisitor(HttpRequest request, params IReadOnlyList<CallerKind> kinds) => signIn.FindVisitor(request, kinds);

    private async Task<Caller> RequirePerson(HttpRequest request, SecretariatRoles role)
    {
        if (!signIn.IsOn || await ByKey(request) is not { Caller.Kind: CallerKind.Secretariat })
            return WithRole(await Require(request, CallerKind.Secretariat), role);
        throw new ApiException(403, "Not by key", $"This is for persons to do, not for keys: sign in at {SignIn.EntraPath}.");
    }

    private static Caller WithRole(Caller caller, SecretariatRoles roles) => caller.HasOneOf(roles)
        ? caller
        : throw new ApiException(
            403, NotForRole, $"{roles}");

    /// <summary>The key that a request brings; null where it brings none that works.</summary>
    public async Task<ApiKey?> ByKey(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var key = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        if (key.Length == 0)
            return null;
        // Looked up and counted once, however often it is asked who calls.
        return await request.KeyOr(() => guesses is null ? Find() : guesses.Count(request, key, Find));

        Task<ApiKey?> Find() => keys.Find(key, request.HttpContext.RequestAborted);
    }

    private ApiException Unknown() => new(
        401, "No valid key",
        "Send 'Authorization: Bearer <key>' with a key that the Secretariat issued"
        + (signIn.IsOn ? $", or sign in at {SignIn.EntraPath}." : "."))
    {
        Headers = { ["WWW-Authenticate"] = "Bearer" },
    };

    private static ApiException Forbidden(Caller caller, CallerKind[] kinds) => new(
        403, "Not for this key",
        $"This key is one of {caller.Kind.Code()}; this address wants {string.Join(" or ", kinds.Select(k => k.Code()))}.");
}
