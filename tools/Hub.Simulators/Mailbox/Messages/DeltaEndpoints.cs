using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Messages;

/// <summary>What changed in a folder since a token: messages that came or changed, and those that left.</summary>
public sealed partial class DeltaEndpoints(MailStore store)
{
    private const int DefaultPage = 10;

    public void Map(IEndpointRouteBuilder users)
    {
        users.On("GET", "mailFolders/{folder}/messages/delta", Delta);
        users.On("GET", "mailFolders/{folder}/messages/delta()", Delta);
    }

    private IResult Delta(HttpContext http)
    {
        var options = http.Request.Query;
        var token = options["$skiptoken"].FirstOrDefault() ?? options["$deltatoken"].FirstOrDefault();
        var since = token is null ? 0 : DeltaToken.Parse(token, store.StoreId).Change;
        var folder = store.Folder(http.Mailbox(), http.Route("folder")).Id;
        var query = MessageQuery.Of(Untokened(http.Request));
        var changes = store.Read(state => Changes(state, http.Mailbox(), folder, since, token is not null).ToList());
        var page = changes.Take(PageSize(http.Request)).ToList();
        var to = new DeltaToken(store.StoreId, page.Count == 0 ? since : page[^1].Change).ToString();
        return GraphRequest.Page(
            http, page.Where(c => c.Message is null || (query.Filter?.Matches(c.Message) ?? true)).Select(c => Show(c, query, http)),
            page.Count < changes.Count
                ? ("@odata.nextLink", Next(http, "$skiptoken", to)) : ("@odata.deltaLink", Next(http, "$deltatoken", to)));
    }

    private static IEnumerable<Item> Changes(MailState state, string mailbox, string folder, long since, bool departures)
    {
        var there = state.Of(mailbox).Values.Where(m => m.FolderId == folder && m.Change > since).Select(m => new Item(m.Change, m, null));
        var left = state.Departures
            .Where(d => departures && d.Mailbox == mailbox && d.FolderId == folder && d.Change > since)
            .Select(d => new Item(d.Change, null, d));
        return there.Concat(left).OrderBy(c => c.Change);
    }

    private static JsonObject Show(Item item, MessageQuery query, HttpContext http) => item switch
    {
        { Message: { } message } => MessageShape.Show(message, query, http.Request.WantsImmutableIds()),
        { Departure: { } gone } => new JsonObject
        {
            ["@removed"] = new JsonObject { ["reason"] = "deleted" },
            ["id"] = http.Request.WantsImmutableIds() ? gone.ImmutableId : gone.MutableId,
        },
        _ => throw new InvalidOperationException("A change is of a message that is there or of one that left."),
    };

    private static HttpRequest Untokened(HttpRequest request)
    {
        var copy = new DefaultHttpContext().Request;
        copy.QueryString = QueryString.Create(request.Query.Where(q => q.Key is not ("$skiptoken" or "$deltatoken")));
        return copy;
    }

    private static string Next(HttpContext http, string option, string token)
    {
        http.Request.Query = new QueryCollection(
            http.Request.Query.Where(q => q.Key is not ("$skiptoken" or "$deltatoken")).ToDictionary(q => q.Key, q => q.Value));
        return http.Link(option, token);
    }

    private static int PageSize(HttpRequest request) =>
        request.Headers["Prefer"].Select(p => MaxPageSize().Match(p ?? "")).FirstOrDefault(m => m.Success) is { } asked
            ? int.Parse(asked.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
            : DefaultPage;

    [GeneratedRegex(@"odata\.maxpagesize=(\d{1,4})")]
    private static partial Regex MaxPageSize();

    private sealed record Item(long Change, MailMessage? Message, Departure? Departure);
}
