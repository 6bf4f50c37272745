using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Pages;
using Hub.Pages.Console.Fields;
using Hub.Pages.SigningIn;
using Hub.Pages.Texts;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.SigningIn;

/// <summary>Somebody whom the directory does not know asks for access: a person of the Secretariat reads that among the mails.</summary>
public sealed class AccessRequestPages(SitePages pages, SignIn signIn, AskLimits limits, TypedMails mails, StateCatalog states)
{
    private const int LongestLine = 200;
    private const int LongestText = 4000;

    /// <summary>GET /sign-in/access.</summary>
    [Function("ShowAccessRequest")]
    [PublicPage]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in/access")] HttpRequest request) =>
        pages.Show(request, v => SignInHtml.Access(v, new("", "", "", "", ""), Names(v.Language), []));

    /// <summary>POST /sign-in/access.</summary>
    [Function("AskForAccess")]
    [PublicPage]
    public async Task<IActionResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/access")] HttpRequest request, CancellationToken cancel)
    {
        signIn.RefuseForeign(request);
        limits.Count(request, "access");
        var form = await PostedForm.OfStranger(request);
        if (form.HasUnwritable)
            throw ErrorPages.Unwritable();
        var draft = new AccessDraft(
            form.Text("name") ?? "", form.Text("office") ?? "", form.Text("state") ?? "", form.Text("address") ?? "",
            form.Lines("why") ?? "");
        var labels = new Labels(Visits.Language(request));
        if (Wrong(draft, labels) is { Count: > 0 } problems)
            return await pages.Show(
                request, v => SignInHtml.Access(v, draft, Names(v.Language), problems), StatusCodes.Status422UnprocessableEntity);
        limits.Count(request, "access", draft.Address);
        var state = states[new StateCode(draft.State)].Name(Language.English);
        await mails.Take(
            new(
                draft.Name, draft.Address, $"Access to the directory: {draft.Office} ({state})",
                $"Typed on the page that asks for access; nobody has made sure who wrote it.\n\nName: {draft.Name}\n"
                + $"Office: {draft.Office}\nState: {state}\nMail address: {draft.Address}\n\n{draft.Why}\n",
                labels.Language)
            {
                State = new(draft.State), Asks = new(PageRequestKind.Access, Office: draft.Office),
            },
            cancel);
        return SitePages.SeeOther(request, "/sign-in/access/sent");
    }

    /// <summary>GET /sign-in/access/sent.</summary>
    [Function("ShowAccessRequested")]
    [PublicPage]
    public Task<IActionResult> ShowSent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in/access/sent")] HttpRequest request) =>
        pages.Show(request, SignInHtml.AccessAsked);

    private IReadOnlyList<FieldProblem> Wrong(AccessDraft draft, Labels labels)
    {
        var problems = new List<FieldProblem?>
        {
            TypedText.Wrong("name", Typed(draft.Name), LongestLine, labels, "Access.Missing"),
            TypedText.Wrong("office", Typed(draft.Office), LongestLine, labels, "Access.Missing"),
            StateCode.IsWellFormed(draft.State) && states.Contains(new(draft.State)) ? null : new("state", labels["Access.Missing"]),
            MailAddresses.IsOne(draft.Address) ? null : new("address", labels["SignIn.Address.Missing"]),
            TypedText.Wrong("why", Typed(draft.Why), LongestText, labels, "Access.Missing"),
        };
        return [.. problems.OfType<FieldProblem>()];
    }

    private static string? Typed(string text) => text.Length == 0 ? null : text;

    private IReadOnlyList<(string Code, string Text)> Names(Language language) =>
    [
        .. states.All.Select(s => (s.Alpha3.Value, s.Name(language))).OrderBy(s => s.Item2, new Labels(language).Order),
    ];
}
