using Hub.Delivery.Webhooks;
using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Lookup;

/// <summary>The log, for partners: in order, from wherever they stand.</summary>
public sealed class ReadEvents(IRegisterStore register, WebhookSettings settings, TimeProvider clock)
{
    private const int Page = 500;
    private const int LongestWaitSeconds = 20;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// GET /api/events?after=&amp;limit=&amp;wait=: where there is nothing new, the response waits up to so many seconds for something.
    /// </summary>
    [Function("ListEvents")]
    [Access(CallerKind.Partner, CallerKind.Secretariat, CallerKind.Reader)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/events")] HttpRequest request, CancellationToken cancel)
    {
        var query = new QueryText(request).Only("after", "limit", "wait");
        var after = query.Number("after", 0, 0, long.MaxValue);
        var limit = (int)query.Number("limit", 100, 1, Page);
        var known = request.Headers.IfNoneMatch.ToString();
        var (events, tag) = await Read(after, limit, known, TimeSpan.FromSeconds(query.Number("wait", 0, 0, LongestWaitSeconds)), cancel);
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = tag;
        if (known == tag)
            return new StatusCodeResult(StatusCodes.Status304NotModified);
        if (events.Count == limit)
            headers.Link = $"</api/events?after={events[^1].Sequence}&limit={limit}>; rel=\"next\"";
        return Responses.PublicJson(new EventPage([.. events.Select(e => CloudEvent.Of(e, settings.Source))]));
    }

    // Events never change: which page it is follows from where it begins and ends.
    private async Task<(IReadOnlyList<DirectoryEvent> Events, string Tag)> Read(
        long after, int limit, string known, TimeSpan wait, CancellationToken cancel)
    {
        var ends = clock.GetUtcNow() + wait;
        while (true)
        {
            var events = await register.ReadEvents(after, limit, cancel);
            var last = events.Count == 0 ? after : events[^1].Sequence;
            var tag = $"\"{after}-{last}\"";
            var isNews = events.Count == limit || (events.Count > 0 && tag != known);
            if (isNews || !await GrowsBeyond(last, ends, cancel))
                return (events, tag);
        }
    }

    // All who wait share one look at the head.
    private async Task<bool> GrowsBeyond(long head, DateTimeOffset ends, CancellationToken cancel)
    {
        while (clock.GetUtcNow() < ends)
        {
            if ((await register.Read(Look, cancel)).Head.Sequence > head)
                return true;
            await Task.Delay(Look, clock, cancel);
        }
        return false;
    }

    /// <summary>GET /api/events/head.</summary>
    [Function("GetHead")]
    [Access(CallerKind.Partner, CallerKind.Secretariat, CallerKind.Reader)]
    public async Task<IActionResult> Head(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/events/head")] HttpRequest request, CancellationToken cancel)
    {
        return Responses.PublicJson((await register.Read(TimeSpan.Zero, cancel)).Head);
    }

    /// <summary>GET /api/events/verify: every event read again, and every hash computed again.</summary>
    [Function("VerifyEvents")]
    [Access(CallerKind.Partner, CallerKind.Secretariat, CallerKind.Reader)]
    public async Task<IActionResult> Verify(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/events/verify")] HttpRequest request, CancellationToken cancel)
    {
        var (verifier, head, broken) = await register.Verify(cancel);
        return Responses.PublicJson(new LogCheck(broken is null, verifier.Verified.Sequence, head, broken));
    }
}

/// <summary>A page of the log.</summary>
/// <param name="Items">The events.</param>
public sealed record EventPage(IReadOnlyList<CloudEvent> Items) : IPublic;
