using Hub.Pages.Laws.Lists;
using Hub.Pages.Laws.One;
using Hub.Pages.Site;

namespace Hub.Pages.Laws;

/// <summary>The pages of the library, for everyone.</summary>
public static class LawsHtml
{
    /// <summary>The first page, or what was found.</summary>
    public static string Find(Visit visit, LibraryView found) => SiteHtml.Html<FindLawsPage>(visit, (nameof(FindLawsPage.Found), found));

    /// <summary>The States.</summary>
    public static string States(Visit visit, IReadOnlyList<StateLaws> states) =>
        SiteHtml.Html<LawStatesPage>(visit, (nameof(LawStatesPage.States), states));

    /// <summary>A State.</summary>
    public static string State(Visit visit, LawsOfState view) => SiteHtml.Html<StateLawsPage>(visit, (nameof(StateLawsPage.View), view));

    /// <summary>The articles.</summary>
    public static string Articles(Visit visit, IReadOnlyList<ArticleCount> articles) =>
        SiteHtml.Html<ArticlesPage>(visit, (nameof(ArticlesPage.Articles), articles));

    /// <summary>An article.</summary>
    public static string Article(Visit visit, ArticleView view) => SiteHtml.Html<ArticlePage>(visit, (nameof(ArticlePage.View), view));

    /// <summary>The regions.</summary>
    public static string Regions(Visit visit, IReadOnlyList<RegionLaws> regions) =>
        SiteHtml.Html<RegionsPage>(visit, (nameof(RegionsPage.Regions), regions));

    /// <summary>A law.</summary>
    public static string Law(Visit visit, LawView view) => SiteHtml.Html<LawPage>(visit, (nameof(LawPage.View), view));
}
