using Hub.Pages.Console.Fields;
using Hub.Pages.Console.Frame;
using Hub.Pages.Console.Notices;
using Hub.Pages.Console.Notices.Source;
using Hub.Pages.Console.Notices.Told;
using Hub.Pages.Console.Today;
using Hub.Pages.Site;

namespace Hub.Pages;

/// <summary>The Secretariat's pages.</summary>
public static class ConsoleHtml
{
    /// <summary>Every part of pages.</summary>
    public static string Parts(Visit visit) => SiteHtml.Html<PartsPage>(visit);

    /// <summary>What waits for people.</summary>
    public static string Today(Visit visit, TodayView view) => SiteHtml.Html<TodayPage>(visit, (nameof(TodayPage.View), view));

    /// <summary>A list of notices.</summary>
    public static string Notices(Visit visit, NoticeList list) => SiteHtml.Html<NoticesPage>(visit, (nameof(NoticesPage.List), list));

    /// <summary>A notice.</summary>
    public static string Notice(Visit visit, NoticeDetail detail, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<NoticePage>(
        visit with { Zone = detail.Zone }, (nameof(NoticePage.Detail), detail), (nameof(NoticePage.Problems), problems));

    /// <summary>A file of a notice.</summary>
    public static string Document(Visit visit, DocumentView view) => SiteHtml.Html<DocumentPage>(visit, (nameof(DocumentPage.View), view));

    /// <summary>The mails that tell of a notice.</summary>
    public static string NoticeMails(Visit visit, NoticeMails mails) =>
        SiteHtml.Html<NoticeMailsPage>(visit, (nameof(NoticeMailsPage.Mails), mails));

    /// <summary>A decision about a notice.</summary>
    public static string Decide(Visit visit, NoticeDetail detail, DecisionDraft draft, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<DecidePage>(
            visit, (nameof(DecidePage.Detail), detail), (nameof(DecidePage.Draft), draft), (nameof(DecidePage.Problems), problems));
}
