using System.Text;
using System.Text.Json;
using Hub.Delivery.NetworkPages;
using Hub.Pages.Networks;
using Hub.Pages.Networks.Coverage;
using Hub.Pages.Networks.Frame;
using Hub.Pages.Networks.States;
using Hub.Pages.Rendering;
using Hub.Pages.Site;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Networks;
using Hub.Register.States;
using Microsoft.AspNetCore.Components;

namespace Hub.Pages;

/// <summary>Renders the public network pages. The same directory on the same day gives the same bytes.</summary>
/// <param name="home">The address under which <c>networks/</c> is public; it ends in a slash.</param>
public sealed class NetworkPages(Uri home) : INetworkPages
{
    /// <inheritdoc/>
    public Page Sheet => StyleSheet.Page;

    /// <inheritdoc/>
    public IEnumerable<string> Paths(
        NetworkDirectory directory, IReadOnlyCollection<string>? networks, IReadOnlyCollection<StateCode>? states)
    {
        var all = networks is null && states is null;
        var ids = all ? directory.Networks.Select(n => n.Id) : networks ?? [];
        var codes = all
            ? directory.States.All.Select(s => s.Alpha3).Union(directory.StatesWithNetworks())
            : Touched(directory, networks ?? [], states ?? []);
        IEnumerable<PageAddress> pages =
        [
            new PageAddress.Index(), new PageAddress.Coverage(),
            .. ids.Select(id => new PageAddress.OfNetwork(id)),
            .. codes.Select(code => new PageAddress.OfState(code)),
        ];
        return pages.SelectMany(p => p.Paths()).Concat(PageAddress.Files);
    }

    /// <inheritdoc/>
    public Page? Render(string path, NetworkDirectory directory, PageQuery? query = null)
    {
        if (path == PageAddress.Linkset)
            return Json(path, Linkset.MediaType, Linkset.Of(directory, home));
        if (PageAddress.PathOfLinks(path) is { } linked)
            return PageAddress.Parse(linked, directory) is ({ } of, null)
                ? Json(path, Linkset.MediaType, Linkset.Of(directory, home).For(of, home))
                : null;
        if (path == PageAddress.Memberships)
            return new(path, CsvTable.MediaType, MembershipCsv.Of(directory));
        if (PageAddress.LanguageOfFeed(path) is { } feed)
            return new(path, ChangesFeed.MediaType, new ChangesFeed(directory, new(feed), home).Write());
        return PageAddress.Parse(path, directory) switch
        {
            null => null,
            (var address, null) => Json(path, "application/json", Data(address, directory)) with { Links = Links(address, null) },
            (var address, { } language) =>
                Html(path, new(address, new(language), directory, home, query)) with { Links = Links(address, language) },
        };
    }

    /// <inheritdoc/>
    public string? Meant(string path, NetworkDirectory directory, Language language) => PageAddress.Meant(path, directory, language);

    /// <inheritdoc/>
    public Page Missing(NetworkDirectory directory, Language language)
    {
        var view = new PageView(new PageAddress.Index(), new Labels(language), directory, home, new()) { IsRooted = true };
        return new("", HtmlType, Encoding.UTF8.GetBytes(Rendered<MissingPage>(view)));
    }

    private const string HtmlType = "text/html; charset=utf-8";

    // A State's page shows with whom it shares a network: when a membership changes, so do the pages of all who are in that network.
    private static IEnumerable<StateCode> Touched(
        NetworkDirectory directory, IEnumerable<string> networks, IEnumerable<StateCode> states) =>
        states.Concat(networks.SelectMany(directory.MembersOf).Select(m => m.State)).Distinct();

    private static IPublic Data(PageAddress address, NetworkDirectory directory) => address switch
    {
        PageAddress.Index => IndexData.Of(directory),
        PageAddress.Coverage => CoverageData.Of(directory),
        PageAddress.OfNetwork(var id) => NetworkData.Of(directory.Find(id)!, directory),
        PageAddress.OfState(var code) => StateData.Of(code, directory),
        _ => throw new NotSupportedException(address.GetType().Name),
    };

    private IReadOnlyList<PageLink> Links(PageAddress page, Language? here) =>
    [
        new(new(home, page.Links), "linkset", Linkset.MediaType),
        .. here is null ? [] : new[] { new PageLink(new(home, page.Data), "alternate", "application/json") },
        .. Enum.GetValues<Language>().Where(l => l != here)
            .Select(l => new PageLink(new(home, page.In(l)), "alternate", "text/html", l.Code())),
    ];

    private static Page Html(string path, PageView view) => new(path, HtmlType, Encoding.UTF8.GetBytes(view.Here switch
    {
        PageAddress.Index => Rendered<IndexPage>(view),
        PageAddress.Coverage => Rendered<CoveragePage>(view),
        PageAddress.OfNetwork(var id) => Rendered<NetworkPage>(view, (nameof(NetworkPage.Network), view.Directory.Find(id))),
        PageAddress.OfState(var code) => Rendered<StatePage>(view, (nameof(StatePage.State), code)),
        _ => throw new NotSupportedException(view.Here.GetType().Name),
    }));

    private static string Rendered<T>(PageView view, params (string Name, object? Value)[] parameters) where T : IComponent =>
        HtmlPages.Render<T>(parameters.Append(("View", view)).ToDictionary(p => p.Item1, p => (object?)p.Item2));

    private static Page Json(string path, string mediaType, IPublic data) =>
        new(path, mediaType, JsonSerializer.SerializeToUtf8Bytes(data, data.GetType(), HubJson.Public));
}
