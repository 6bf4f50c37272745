using System.Text;
using System.Text.Json;
using Hub.Core.Channels.Links;
using Hub.Core.Json;
using Hub.Core.Networks;
using Hub.Core.States;
using Hub.Pages.Networks;
using Hub.Pages.Rendering;
using Microsoft.AspNetCore.Components;

namespace Hub.Pages;

/// <summary>Renders the public network pages. The same directory gives the same bytes.</summary>
/// <param name="home">The address under which <c>networks/</c> is public; it ends in a slash.</param>
public sealed class NetworkPages(Uri home) : INetworkPages
{
    /// <inheritdoc/>
    public IEnumerable<string> Paths(
        NetworkDirectory directory, IReadOnlyCollection<string>? networks, IReadOnlyCollection<StateCode>? states)
    {
        var all = networks is null && states is null;
        var ids = all ? directory.Networks.Select(n => n.Id) : networks ?? [];
        var codes = all ? StatesToShow(directory) : states ?? [];
        IEnumerable<PageAddress> pages =
        [
            new PageAddress.Index(),
            .. ids.Select(id => new PageAddress.OfNetwork(id)),
            .. codes.Select(code => new PageAddress.OfState(code)),
        ];
        return pages.SelectMany(p => p.Paths()).Prepend(PageAddress.Linkset);
    }

    /// <inheritdoc/>
    public Page? Render(string path, NetworkDirectory directory)
    {
        if (path == PageAddress.Linkset)
            return Json(path, Linkset.MediaType, Linkset.Of(directory, home));
        return PageAddress.Parse(path, directory) switch
        {
            null => null,
            (var address, null) => Json(path, "application/json", Data(address, directory)),
            (var address, { } language) => Html(path, new(address, new(language), directory)),
        };
    }

    private static IEnumerable<StateCode> StatesToShow(NetworkDirectory directory) =>
        directory.States.All.Select(s => s.Alpha3).Where(s => directory.LegalBasisOf(s).Count > 0).Union(directory.StatesWithNetworks());

    private static IPublic Data(PageAddress address, NetworkDirectory directory) => address switch
    {
        PageAddress.Index => IndexData.Of(directory),
        PageAddress.OfNetwork(var id) => NetworkData.Of(directory.Find(id)!, directory),
        PageAddress.OfState(var code) => StateData.Of(code, directory),
        _ => throw new NotSupportedException(address.GetType().Name),
    };

    private static Page Html(string path, PageView view) => new(path, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(view.Here switch
    {
        PageAddress.Index => Rendered<IndexPage>(view),
        PageAddress.OfNetwork(var id) => Rendered<NetworkPage>(view, (nameof(NetworkPage.Network), view.Directory.Find(id))),
        PageAddress.OfState(var code) => Rendered<StatePage>(view, (nameof(StatePage.State), code)),
        _ => throw new NotSupportedException(view.Here.GetType().Name),
    }));

    private static string Rendered<T>(PageView view, params (string Name, object? Value)[] parameters) where T : IComponent =>
        HtmlPages.Render<T>(parameters.Append(("View", view)).ToDictionary(p => p.Item1, p => (object?)p.Item2));

    private static Page Json(string path, string mediaType, IPublic data) =>
        new(path, mediaType, JsonSerializer.SerializeToUtf8Bytes(data, data.GetType(), HubJson.Public));
}
