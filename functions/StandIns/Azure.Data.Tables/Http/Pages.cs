using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Http;

/// <summary>The answers of a query, fetched page by page while they are read.</summary>
internal sealed class Pages<T>(
    TableRequests requests, Query query, Func<JsonElement, T> read, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    private const int LargestPage = 1000;

    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        Fetched(continuationToken, pageSizeHint ?? query.PageSize, CancellationToken);

    private async IAsyncEnumerable<Page<T>> Fetched(string? token, int? size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (size is < 1 or > LargestPage)
            throw new ArgumentOutOfRangeException(nameof(size), size, $"A page holds 1 to {LargestPage} entities.");
        do
        {
            var response = await requests.Send(Request(token, size), cancellation);
            token = Next(response.Headers);
            yield return Page<T>.FromValues(Values(response), token, response);
        }
        while (token is not null);
    }

    private HttpMessage Request(string? token, int? size)
    {
        var message = requests.Create(RequestMethod.Get, query.Path, 200)
            .Asking("$filter", query.Filter).Asking("$select", query.Select).Asking("$top", size?.ToString(null, null));
        foreach (var (name, value) in query.Continuation.Zip((token ?? "").Split(' ')))
            message.Asking(name, value);
        return message;
    }

    private string? Next(ResponseHeaders headers)
    {
        var parts = query.Continuation.Select(name => headers.TryGetValue($"x-ms-continuation-{name}", out var part) ? part : "").ToArray();
        return parts.All(p => p.Length == 0) ? null : string.Join(' ', parts);
    }

    private List<T> Values(Response response)
    {
        using var json = JsonDocument.Parse(response.Content);
        return [.. json.RootElement.GetProperty("value").EnumerateArray().Select(read)];
    }
}
