using System.Globalization;
using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Register.Log;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Endpoint = Hub.Delivery.Webhooks.Endpoint;

namespace Hub.Functions.Partners;

/// <summary>What was sent to an endpoint and what was not, for its partner and the Secretariat.</summary>
public sealed class DeliveryRecords(PartnerEndpoints own, IDeliveryLog deliveries, IRegisterStore register)
{
    private const int UsualPage = 100;
    private const int MostOfAPage = 500;

    /// <summary>GET /api/endpoints/{id}/attempts?before=&amp;limit=: every attempt, the newest first.</summary>
    [Function("ListAttempts")]
    [Access(CallerKind.Partner, CallerKind.Secretariat)]
    public async Task<IActionResult> Attempts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/endpoints/{id}/attempts")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var endpoint = await own.Readable(request.Caller(), id, cancel);
        var query = new QueryText(request).Only("before", "limit");
        var limit = (int)query.Number("limit", UsualPage, 1, MostOfAPage);
        var (page, next) = await Page(endpoint, query.Text("before"), limit, cancel);
        if (next is not null)
            request.HttpContext.Response.Headers.Link = $"</api/endpoints/{id}/attempts?before={next}&limit={limit}>; rel=\"next\"";
        return Responses.Items(page);
    }

    /// <summary>GET /api/endpoints/{id}/events/{sequence}: why an event was delivered, or was not.</summary>
    [Function("ExplainDelivery")]
    [Access(CallerKind.Partner, CallerKind.Secretariat)]
    public async Task<IActionResult> Explain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/endpoints/{id}/events/{sequence}")] HttpRequest request, string id,
        string sequence, CancellationToken cancel)
    {
        var endpoint = await own.Readable(request.Caller(), id, cancel);
        return Responses.PublicJson((await Of(endpoint, sequence, cancel)).Summary);
    }

    /// <summary>An event, and what became of it on its way to an endpoint.</summary>
    internal async Task<(DirectoryEvent Event, DeliverySummary Summary)> Of(Endpoint endpoint, string sequence, CancellationToken cancel)
    {
        var e = await EventOf(register, sequence, cancel);
        var attempts = await deliveries.Of(WebhookChannel.ChannelName, endpoint.Id, e.Sequence, cancel);
        return (e, DeliverySummary.Of(e, endpoint, await own.CursorOf(endpoint, cancel), attempts));
    }

    /// <summary>Attempts, the newest first: those before a mark, or from the newest on; and the mark of those after them.</summary>
    internal async Task<(IReadOnlyList<Attempt> Attempts, string? Next)> Page(
        Endpoint endpoint, string? before, int limit, CancellationToken cancel)
    {
        var page = await deliveries.List(WebhookChannel.ChannelName, endpoint.Id, limit, Before(before), cancel);
        return (page, page.Count == limit ? Mark(page[^1]) : null);
    }

    /// <summary>The event of a number as an address has it.</summary>
    internal static async Task<DirectoryEvent> EventOf(IRegisterStore register, string sequence, CancellationToken cancel) =>
        long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
        && await register.ReadEvents(number - 1, 1, cancel) is [var e]
            ? e
            : throw new ApiException(404, "No such event", "GET /api/events/head tells the number of the last one.");

    // The place of an attempt: its time and its event.
    private static string Mark(Attempt attempt) => string.Create(CultureInfo.InvariantCulture, $"{attempt.At.UtcTicks}-{attempt.Sequence}");

    private static Attempt? Before(string? mark)
    {
        if (mark is null)
            return null;
        return mark.Split('-') is [var ticks, var sequence]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new("", "", "", number, new(at, TimeSpan.Zero), "", 0)
                : throw new ApiException(400, "Wrong query", "The parameter 'before' is taken from the link to the next page.");
    }
}
