using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Notices.SigningIn;
using Hub.Pages;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.SigningIn;

/// <summary>
/// Signing in with a mail address. Opening a link changes nothing, because scanners of mail follow links; only the button and the code do,
/// and only in the browser that asked.
/// </summary>
public sealed class MailSignInPages(SitePages pages, SignInAsks asks, SignIn signIn, VisitorCookies cookies, AskLimits limits)
{
    private const string CodePath = "/sign-in/code";

    /// <summary>POST /sign-in/mail: a link and a code are wanted for an address.</summary>
    [Function("AskToSignIn")]
    [PublicPage]
    public async Task<IActionResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/mail")] HttpRequest request, CancellationToken cancel)
    {
        signIn.RefuseForeign(request);
        limits.Count(request, "sign-in");
        var form = await PostedForm.OfStranger(request);
        var (address, to) = (form.Text("address"), Visits.Local(form.Lines("to"), "/"));
        if (!MailAddresses.IsOne(address))
            return await pages.Show(
                request, v => SignInHtml.Ask(v, to, address, [new("address", v.Labels["SignIn.Address.Missing"])]),
                StatusCodes.Status422UnprocessableEntity);
        limits.Count(request, "sign-in", address!);
        if (cookies.Asked(request) is { } before)
            await asks.End(before, cancel);
        await asks.Ask(address!, cookies.Ask(request), to, cancel);
        return SitePages.SeeOther(request, CodePath);
    }

    /// <summary>GET /sign-in/code.</summary>
    [Function("ShowSignInCode")]
    [PublicPage]
    public Task<IActionResult> ShowCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in/code")] HttpRequest request) =>
        cookies.Asked(request) is null
            ? Task.FromResult(SitePages.SeeOther(request, "/sign-in"))
            : pages.Show(request, v => SignInHtml.Code(v, []));

    /// <summary>POST /sign-in/code.</summary>
    [Function("SignInByCode")]
    [PublicPage]
    public async Task<IActionResult> ByCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/code")] HttpRequest request, CancellationToken cancel)
    {
        signIn.RefuseForeign(request);
        return (await PostedForm.OfStranger(request)).Text("code") is { } code
            ? await Try(request, code, cancel)
            : await Wrong(request, l => l["SignIn.Code.Missing"]);
    }

    /// <summary>GET /sign-in/mail/{token}: a button, where the link was asked for in this browser.</summary>
    [Function("ShowSignInLink")]
    [PublicPage]
    public async Task<IActionResult> ShowLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in/mail/{token}")] HttpRequest request, string token,
        CancellationToken cancel)
    {
        var isHere = cookies.Asked(request) is { } secret && await asks.IsLinkOf(secret, token, cancel);
        return await pages.Show(request, v => isHere ? SignInHtml.Link(v) : SignInHtml.Elsewhere(v));
    }

    /// <summary>POST /sign-in/mail/{token}: the button.</summary>
    [Function("SignInByLink")]
    [PublicPage]
    public Task<IActionResult> ByLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/mail/{token}")] HttpRequest request, string token,
        CancellationToken cancel)
    {
        signIn.RefuseForeign(request);
        return Try(request, token, cancel);
    }

    private async Task<IActionResult> Try(HttpRequest request, string given, CancellationToken cancel)
    {
        var result = cookies.Asked(request) is { } secret ? await asks.Try(secret, given, cancel) : new SignInOutcome.Ended();
        switch (result)
        {
            case SignInOutcome.SignedIn(var holders, var to):
                await signIn.Begin(request, holders, VisitorCookies.NewSecret(), cancel);
                cookies.Forget(request);
                return SitePages.SeeOther(request, First(Visits.Local(to, "/"), holders));
            case SignInOutcome.Wrong(> 0 and var left):
                return await Wrong(request, l => l.Say("SignIn.Code.Wrong", l.Number(left)).ToText(l.RightToLeft));
            default:
                return await pages.Show(request, SignInHtml.Ended, StatusCodes.Status410Gone);
        }
    }

    // Who named no page comes to the own ones; of several who have an address the first is the mission or ministry.
    private static string First(string to, IReadOnlyList<AddressHolder> holders) => (to, holders[0].Caller.Kind) switch
    {
        ("/" or "/console", CallerKind.State or CallerKind.Reader) => "/office",
        ("/" or "/console", CallerKind.Partner) => "/partners",
        _ => to,
    };

    private Task<IActionResult> Wrong(HttpRequest request, Func<Labels, string> text) => pages.Show(
        request, v => SignInHtml.Code(v, [new FieldProblem("code", text(v.Labels))]), StatusCodes.Status422UnprocessableEntity);
}
