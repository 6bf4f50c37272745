using Hub.Delivery.Editions;
using Hub.Notices.Access;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Frame;
using Hub.Pages.Editions.Published;
using Hub.Pages.Rendering;
using Hub.Pages.Site;
using Hub.Pages.Texts;
using Microsoft.AspNetCore.Components;

namespace Hub.Pages;

/// <summary>The pages of the site that everybody may come to.</summary>
public static class SiteHtml
{
    /// <summary>Roles, in words.</summary>
    public static string Roles(SecretariatRoles roles, Labels labels) => RoleNames.Of(roles, labels);

    /// <summary>The first page.</summary>
    public static string Home(Visit visit) => Html<HomePage>(visit);

    /// <summary>What the pages say of themselves.</summary>
    public static string About(Visit visit, AboutTopic topic, string address) =>
        Html<AboutPage>(visit, (nameof(AboutPage.Topic), topic), (nameof(AboutPage.Address), address));

    /// <summary>The editions that were published.</summary>
    public static string Editions(Visit visit, IReadOnlyList<Manifest> editions) =>
        Html<EditionListPage>(visit, (nameof(EditionListPage.Editions), editions));

    /// <summary>One of them.</summary>
    public static string Edition(Visit visit, PublishedEdition edition) =>
        Html<PublishedEditionPage>(visit, (nameof(PublishedEditionPage.Edition), edition));

    /// <summary>The page to sign in on.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="to">Where to go on.</param>
    /// <param name="people">As whom anybody may work here.</param>
    /// <param name="elsewhere">Where people sign in, where that is elsewhere.</param>
    public static string SignIn(Visit visit, string to, IReadOnlyList<(string Id, Visitor Visitor)> people, string? elsewhere) =>
        Html<SignInPage>(
            visit, (nameof(SignInPage.To), to), (nameof(SignInPage.People), people), (nameof(SignInPage.Elsewhere), elsewhere));

    /// <summary>What went wrong.</summary>
    public static string Error(Visit visit, string title, bool mayTryAgain, params string[] lines) => Html<ErrorPage>(
        visit, (nameof(ErrorPage.Title), title), (nameof(ErrorPage.MayTryAgain), mayTryAgain), (nameof(ErrorPage.Lines), lines));

    /// <summary>A form whose sender is asked once more.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="values">What was typed.</param>
    /// <param name="files">The files that have to be chosen again, with the field of each.</param>
    /// <param name="isAway">Whether it could not be taken because what the hub keeps things in cannot be reached.</param>
    public static string SendAgain(
        Visit visit, IReadOnlyList<KeyValuePair<string, string>> values, IReadOnlyList<(string Field, string File)> files,
        bool isAway = false)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return Html<SendAgainPage>(
            visit, (nameof(SendAgainPage.Values), Typed(values, visit.Labels)), (nameof(SendAgainPage.Files), files),
            (nameof(SendAgainPage.IsAway), isAway));
    }

    /// <summary>The way to sign out where the platform does that.</summary>
    public static string SigningOut(Visit visit, string address) => Html<SigningOutPage>(visit, (nameof(SigningOutPage.Address), address));

    private static IReadOnlyList<TypedValue> Typed(IReadOnlyList<KeyValuePair<string, string>> values, Labels labels) =>
    [
        .. values.Select(v => new TypedValue(
            v.Key, v.Value, v.Value.Length == 0 ? null : labels.Find($"Typed.{v.Key}") ?? EditorNames.LabelOf(v.Key, labels))),
    ];

    /// <summary>A page of a component that takes a visit.</summary>
    internal static string Html<T>(Visit visit, params (string Name, object? Value)[] parameters) where T : IComponent =>
        HtmlPages.Render<T>(parameters.Append(("Visit", visit)).ToDictionary(p => p.Item1, p => (object?)p.Item2));
}
