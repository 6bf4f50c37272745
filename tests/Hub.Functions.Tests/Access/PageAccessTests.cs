using System.Reflection;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Tests.Requests;
using Hub.Notices.Access;
using Microsoft.Azure.Functions.Worker;
using Missing = Hub.Functions.Site.Missing;

namespace Hub.Functions.Tests.Access;

/// <summary>Who opens each page: whom its attribute names, signed in, and nobody else.</summary>
public sealed class PageAccessTests
{
    private static readonly Dictionary<string, MethodInfo> Functions = FunctionMethods.Pages.ToDictionary(f => f.Name, f => f.Method);
    private static readonly SignInSettings Entra = new(Guid.Parse(Principal.Application), new("https://hub.example/"));
    private readonly MemoryKeys _keys = new(TimeProvider.System);

    public static TheoryData<string> Names => [.. Functions.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void A_page_is_of_the_Secretariat_under_console_and_of_it_nowhere_else()
    {
        Assert.InRange(Functions.Count, 30, 300);
        Assert.All(Functions, f => Assert.Equal(
            (f.Key, Route(f.Value).StartsWith("console", StringComparison.Ordinal)),
            (f.Key, f.Value.GetCustomAttribute<AccessAttribute>() is PageAccessAttribute)));
    }

    // What is of those who signed in by mail is so by its place, so that a forgotten attribute shows.
    [Fact]
    public void Those_who_signed_in_by_mail_have_the_office_the_portal_their_sessions_and_what_of_the_directory_is_for_readers_alone()
    {
        Assert.All(Functions, f => Assert.Equal(
            (f.Key, f.Key == "SignOut" || Route(f.Value).Split('/') is ["office", ..] or ["sign-in", "sessions", ..]
                or ["directory", "authorities", _, "card.vcf" or "report"] or ["partners", ..] || f.Key == "TakeSearchWords"),
            (f.Key, f.Value.GetCustomAttribute<AccessAttribute>() is SitePageAttribute)));
        Assert.All(Functions.Values.Where(f => Route(f).StartsWith("office", StringComparison.Ordinal)), f => Assert.DoesNotContain(
            CallerKind.Partner, f.GetCustomAttribute<AccessAttribute>()!.Kinds));
        Assert.All(Functions.Values.Where(f => Route(f).StartsWith("partners", StringComparison.Ordinal)), f => Assert.Equal(
            [CallerKind.Partner], f.GetCustomAttribute<AccessAttribute>()!.Kinds));
    }

    [Fact]
    public void What_only_shows_is_asked_for_and_what_changes_something_is_sent() => Assert.All(
        // What no other function takes is answered whatever its method is.
        Functions.Values.Where(m => m.DeclaringType != typeof(Missing)), m => Assert.True(
            Trigger(m).Methods is ["post"] or ["get"] or ["get", "head"], $"{m.DeclaringType!.Name}.{m.Name}"));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_is_opened_by_whoever_signed_in_with_a_role_that_it_names_and_by_no_key(string function)
    {
        var attribute = Functions[function].GetCustomAttribute<AccessAttribute>();
        if (attribute is SitePageAttribute site)
        {
            await OpensForVisitors(function, site);
            return;
        }
        var roles = attribute is PageAccessAttribute page ? page.Roles : (SecretariatRoles?)null;
        Assert.Equal(roles is null ? "in" : "sign in", await Open(function, null));
        foreach (var kind in Enum.GetValues<CallerKind>())
            Assert.Equal(
                (kind, roles is null ? "in" : "sign in"),
                (kind, await Open(function, null, (await _keys.Issue(new($"{kind}", kind), "", null, default)).Secret)));
        foreach (var role in new[] { SecretariatRoles.Reviewer, SecretariatRoles.Editor, SecretariatRoles.Administrator })
            Assert.Equal(
                (role, roles is null || (roles & role) != 0 ? "in" : $"403 {Callers.NotForRole}"),
                (role, await Open(function, Principal.Of(Principal.Anna, $"{role}").Header())));
        Assert.Equal(
            roles is null ? "in" : attribute is DirectoryPageAttribute ? "sign in" : "403 Not of the Secretariat", await Open(function, Principal.Of(Principal.Anna, "Reader").Header()));
    }

    // Whoever may not is led to where one signs in, whoever that is.
    private async Task OpensForVisitors(string function, SitePageAttribute site)
    {
        Assert.Equal("sign in", await Open(function, null));
        foreach (var kind in Enum.GetValues<CallerKind>())
            Assert.Equal("sign in", await Open(function, null, (await _keys.Issue(new($"{kind}", kind), "", null, default)).Secret));
        Assert.Equal(
            site.Kinds.Contains(CallerKind.Secretariat) ? "in" : "sign in",
            await Open(function, Principal.Of(Principal.Anna, "Reviewer").Header()));
        Assert.Equal("sign in", await Open(function, Principal.Of(Principal.Anna, "Reader").Header()));
    }

    private static HttpTriggerAttribute Trigger(MethodInfo method) =>
        method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().Single();

    private static string Route(MethodInfo method) => Trigger(method).Route!;

    private async Task<string> Open(string function, string? principal, string? key = null)
    {
        var method = Functions[function];
        var invocation = new Invocation { EntryPoint = $"{method.DeclaringType!.FullName}.{method.Name}" };
        var request = invocation.Http.Request;
        request.Headers.Authorization = key is null ? default : $"Bearer {key}";
        request.Headers["X-MS-CLIENT-PRINCIPAL"] = principal is null ? default : principal;
        request.Headers["Sec-Fetch-Site"] = "same-origin";
        try
        {
            await new AccessCheck(new(_keys, new(Entra))).Invoke(invocation, _ => Task.CompletedTask);
            return "in";
        }
        catch (SignInNeededException)
        {
            return "sign in";
        }
        catch (ApiException e)
        {
            return $"{e.Status} {e.Message}";
        }
    }
}
