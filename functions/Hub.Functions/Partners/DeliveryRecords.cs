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

namespace Hub.Functions.Partners;

/// <summary>What was sent to an endpoint and what was not, for its partner and the Secretariat.</summary>
public sealed class DeliveryRecords(PartnerEndpoints own, IDeliveryLog deliveries, IRegisterStore register)
{
    private const int Page = 100;
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
        var limit = (int)query.Number("limit", Page, 1, MostOfAPage);
        var page = await deliveries.List(WebhookChannel.ChannelName, endpoint.Id, limit, Before(query), cancel);
        if (page.Count == limit)
            request.HttpContext.Response.Headers.Link =
                $"</api/endpoints/{id}/attempts?before={Mark(page[^1])}&limit={limit}>; rel=\"next\"";
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
        if (!long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1
            || await register.ReadEvents(number - 1, 1, cancel) is not [var e])
            throw new ApiException(404, "No such event", "GET /api/events/head tells the number of the last one.");
        var attempts = await deliveries.Of(WebhookChannel.ChannelName, endpoint.Id, number, cancel);
        return Responses.PublicJson(DeliverySummary.Of(e, endpoint, await own.CursorOf(endpoint, cancel), attempts));
    }

    // The place of an attempt: its time and its event.
    private static string Mark(Attempt attempt) => string.Create(CultureInfo.InvariantCulture, $"{attempt.At.UtcTicks}-{attempt.Sequence}");

    private static Attempt? Before(QueryText query)
    {
        if (query.Text("before") is not { } mark)
            return null;
        return mark.Split('-') is [var ticks, var sequence]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new("", "", "", number, new(at, TimeSpan.Zero), "", 0)
                : throw new ApiException(400, "Wrong query", "The parameter 'before' is taken from the link to the next page.");
    }
}
