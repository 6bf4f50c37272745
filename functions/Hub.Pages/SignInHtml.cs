using Hub.Notices.Access;
using Hub.Pages.Console.Fields;
using Hub.Pages.Site;
using Hub.Pages.SigningIn;

namespace Hub.Pages;

/// <summary>The pages on which one signs in by mail.</summary>
public static class SignInHtml
{
    /// <summary>What was typed is no address.</summary>
    public static string Ask(Visit visit, string to, string? address, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<AskPage>(
        visit, (nameof(AskPage.To), to), (nameof(AskPage.Address), address), (nameof(AskPage.Problems), problems));

    /// <summary>Where the code is typed.</summary>
    public static string Code(Visit visit, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<CodePage>(visit, (nameof(CodePage.Problems), problems));

    /// <summary>Behind the link, in the browser that asked.</summary>
    public static string Link(Visit visit) => SiteHtml.Html<LinkPage>(visit);

    /// <summary>Behind the link, in any other.</summary>
    public static string Elsewhere(Visit visit) => Note(visit, "SignIn.Elsewhere", "/sign-in", "SignIn.Again");

    /// <summary>What was tried works no more.</summary>
    public static string Ended(Visit visit) => Note(visit, "SignIn.Ended", "/sign-in", "SignIn.Again");

    /// <summary>Where somebody is signed in with the same address.</summary>
    public static string Sessions(Visit visit, IReadOnlyList<Session> sessions, string own) => SiteHtml.Html<OwnSessionsPage>(
        visit, (nameof(OwnSessionsPage.Sessions), sessions), (nameof(OwnSessionsPage.Own), own));

    /// <summary>Somebody asks for access.</summary>
    public static string Access(
        Visit visit, AccessDraft draft, IReadOnlyList<(string Code, string Text)> states, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<AccessPage>(
            visit, (nameof(AccessPage.Draft), draft), (nameof(AccessPage.States), states), (nameof(AccessPage.Problems), problems));

    /// <summary>Somebody asked for it.</summary>
    public static string AccessAsked(Visit visit) => Note(visit, "Access.Sent", "/", "Site.Error.Back");

    private static string Note(Visit visit, string key, string next, string nextKey) => SiteHtml.Html<SignInNotePage>(
        visit, (nameof(SignInNotePage.Key), key), (nameof(SignInNotePage.Next), next), (nameof(SignInNotePage.NextKey), nextKey));
}
