using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Functions.Lookup;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Site;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Directory;

/// <summary>What a page of the directory is made of.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Register">The register.</param>
/// <param name="Records">The register again for who may see its records; null for everybody else.</param>
/// <param name="Day">The day.</param>
internal sealed record DirectoryVisit(Visit Visit, RegisterSnapshot Register, RegisterSnapshot? Records, DateOnly Day)
{
    /// <summary>The language of the page.</summary>
    public Language Language => Visit.Language;
}

/// <summary>Pages of the directory as responses: kept nowhere where they show records, with a tag where everybody may see them.</summary>
public sealed class DirectoryAnswers(Visits visits, IRegisterStore register, NetworkCatalog networks, StateCatalog states)
{
    /// <summary>Whether whoever asks may see records.</summary>
    internal static bool IsReader(HttpRequest request) =>
        request.Admitted()?.Kind is CallerKind.Secretariat or CallerKind.Reader or CallerKind.State;

    /// <summary>A page; that there is none where it is null.</summary>
    internal async Task<IActionResult> Show(HttpRequest request, Func<DirectoryVisit, string?> page)
    {
        var visit = await Visit(request);
        return page(visit) is { } html
            ? new HtmlResponse(html, StatusCodes.Status200OK, isPublic: visit.Records is null && visit.Visit.Visitor is null)
            : new HtmlResponse(DirectoryHtml.Missing(visit.Visit), StatusCodes.Status404NotFound);
    }

    /// <summary>To the address as it is written, for whoever wrote its code in small letters or left a part of it out.</summary>
    internal static IActionResult Moved(HttpRequest request, string address) =>
        new RedirectResult($"{address}{request.QueryString}", permanent: true);

    /// <summary>The request, with what it may see.</summary>
    internal async Task<DirectoryVisit> Visit(HttpRequest request)
    {
        var snapshot = await register.Read(ReadAuthorities.Fresh, request.HttpContext.RequestAborted);
        var visit = await visits.Of(request) with
        {
            Sequence = snapshot.Head.Sequence, ReadersZone = request.Admitted()?.State is { } own ? Zone(snapshot, own) : null,
        };
        return new(visit, snapshot, IsReader(request) ? snapshot : null, DateOnly.FromDateTime(visit.Now.UtcDateTime));
    }

    /// <summary>The time zone of a State: that of most of its offices; null where none named one.</summary>
    internal static string? Zone(RegisterSnapshot register, StateCode state) => register.Of(state).Select(a => a.Restricted.TimeZone)
        .OfType<string>().CountBy(z => z).OrderByDescending(z => z.Value).ThenBy(z => z.Key, StringComparer.Ordinal).FirstOrDefault().Key;

    /// <summary>Who belongs to which network.</summary>
    internal NetworkDirectory Networks(DirectoryVisit visit) => new(visit.Register, networks, states, visit.Day);
}
