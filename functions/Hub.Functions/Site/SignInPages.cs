using System.Security.Cryptography;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Site;

/// <summary>Signing in and out.</summary>
public sealed class SignInPages(SitePages pages, Visits visits, SignIn signIn)
{
    private const int SecretLength = 32;

    /// <summary>GET /sign-in?to=….</summary>
    [Function("ShowSignIn")]
    [PublicPage]
    public Task<IActionResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var to = Visits.Local(request.Query["to"]);
        IReadOnlyList<(string, Visitor)> people =
            signIn.IsLocal ? [.. LocalPerson.All.Select(p => (p.Id, new Visitor(p.Name, p.Roles)))] : [];
        return pages.Show(request, visit => SiteHtml.SignIn(
            visit, to, people, signIn.IsOn ? $"{SignIn.EntraPath}?post_login_redirect_uri={Uri.EscapeDataString(to)}" : null));
    }

    /// <summary>POST /sign-in: as a person of the sample, on a hub of one's own.</summary>
    [Function("SignInLocally")]
    [PublicPage]
    public async Task<IActionResult> Begin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in")] HttpRequest request, CancellationToken cancel)
    {
        if (!signIn.IsLocal)
            throw new ApiException(404, "No such page", "Open the page to sign in.");
        var form = await PostedForm.Of(request);
        if (LocalPerson.All.FirstOrDefault(p => p.Id == form.Text("person")) is not { } person)
            throw new ApiException(404, "No such person", "Open the page to sign in, and choose there.");
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretLength));
        await signIn.End(request, cancel);
        await signIn.Begin(request, person, secret, cancel);
        return SitePages.SeeOther(request, Visits.Local(form.Lines("to")));
    }

    /// <summary>POST /sign-out.</summary>
    [Function("SignOut")]
    [SitePage(CallerKind.State, CallerKind.Secretariat, CallerKind.Reader, CallerKind.Partner)]
    public async Task<IActionResult> End(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest request, CancellationToken cancel)
    {
        await signIn.End(request, cancel);
        if (!signIn.IsOn || request.Caller().Kind != CallerKind.Secretariat)
            return SitePages.SeeOther(request, "/");
        // The platform leads on to another site, where no form of these pages may go: the page leads there by itself, or by its link.
        request.HttpContext.Response.Headers["Refresh"] = $"0; url={SignIn.EndPath}";
        return new HtmlResponse(SiteHtml.SigningOut(await visits.Of(request), SignIn.EndPath));
    }
}
