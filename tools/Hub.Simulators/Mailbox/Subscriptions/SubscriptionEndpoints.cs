using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Subscriptions;

/// <summary>Subscriptions: made with a handshake, renewed, listed, ended.</summary>
public sealed class SubscriptionEndpoints(MailStore store, Notifier notifier, TimeProvider time)
{
    private const int MostClientState = 128;
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(4230);
    private static readonly TimeSpan ShortestLife = TimeSpan.FromMinutes(45);

    public void Map(IEndpointRouteBuilder subscriptions)
    {
        subscriptions.On("POST", "", Create);
        subscriptions.On("GET", "", http => GraphRequest.Page(http, All().Select(JsonNode? (s) => Show(s))));
        subscriptions.On("GET", "{id}", http => GraphRequest.Answer(Show(Find(http))));
        subscriptions.On("PATCH", "{id}", Renew);
        subscriptions.On("DELETE", "{id}", End);
    }

    private async Task<IResult> Create(HttpContext http)
    {
        var body = await http.Request.Body();
        var subscription = new Subscription(
            Guid.NewGuid().ToString(), Wanted(body, "changeType"), Wanted(body, "resource"), Wanted(body, "notificationUrl"),
            Expiry(body), body["clientState"]?.ToString(), body["lifecycleNotificationUrl"]?.ToString());
        Check(body, subscription);
        await notifier.Validate(subscription.NotificationUrl);
        if (subscription.LifecycleNotificationUrl is { } lifecycle)
            await notifier.Validate(lifecycle);
        store.Subscribe(subscription);
        return GraphRequest.Answer(Show(subscription), 201);
    }

    private static void Check(JsonObject body, Subscription subscription)
    {
        if (body["includeResourceData"]?.ToString() == "true")
            throw GraphException.NotSimulated("subscriptions with resource data");
        if (SubscribedResource.Parse(subscription.Resource) is null)
            throw GraphException.NotSimulated($"subscriptions to {subscription.Resource}; only to messages of a mailbox or of its inbox");
        if (subscription.ClientState?.Length > MostClientState)
            throw GraphException.BadRequest("ValidationError", $"clientState is longer than {MostClientState} characters.");
        if (!Notifier.MayCall(subscription.NotificationUrl))
            throw GraphException.BadRequest("ValidationError", "The simulator notifies loopback addresses only.");
    }

    private async Task<IResult> Renew(HttpContext http)
    {
        var renewed = Find(http) with { ExpirationDateTime = Expiry(await http.Request.Body()) };
        store.Subscribe(renewed);
        return GraphRequest.Answer(Show(renewed));
    }

    private IResult End(HttpContext http)
    {
        store.Unsubscribe(Find(http).Id);
        return Results.NoContent();
    }

    private Subscription[] All() =>
        store.Read(state => state.Subscriptions.Values.Where(s => s.ExpirationDateTime > time.GetUtcNow()).ToArray());

    private Subscription Find(HttpContext http) => All().FirstOrDefault(s => s.Id == http.Route("id"))
        ?? throw new GraphException(404, "ResourceNotFound", "The object was not found.");

    private DateTimeOffset Expiry(JsonObject body)
    {
        if (!DateTimeOffset.TryParse(Wanted(body, "expirationDateTime"), CultureInfo.InvariantCulture, out var asked))
            throw GraphException.BadRequest("ValidationError", "expirationDateTime is not a date.");
        var now = time.GetUtcNow();
        if (asked > now + LongestLife)
            throw GraphException.BadRequest("ValidationError", "Subscription expiration can only be 4230 minutes in the future.");
        return asked < now + ShortestLife ? now + ShortestLife : asked;
    }

    private static string Wanted(JsonObject body, string name) => body[name]?.ToString()
        ?? throw GraphException.BadRequest("ValidationError", $"The subscription has no {name}.");

    private static JsonObject Show(Subscription subscription) => new()
    {
        ["id"] = subscription.Id,
        ["changeType"] = subscription.ChangeType,
        ["resource"] = subscription.Resource,
        ["notificationUrl"] = subscription.NotificationUrl,
        ["lifecycleNotificationUrl"] = subscription.LifecycleNotificationUrl,
        ["expirationDateTime"] = subscription.ExpirationDateTime.UtcDateTime.ToString("o"),
        ["clientState"] = subscription.ClientState,
    };
}
