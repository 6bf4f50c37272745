using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Hub.LocalProcesses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Graph.Models.ODataErrors;
using Subscription = Microsoft.Graph.Models.Subscription;

namespace Hub.Simulators.Tests.Mailbox;

public sealed class SubscriptionTests : IAsyncLifetime
{
    private const string Inbox = "notices@directory.example";
    private readonly ConcurrentQueue<JsonNode> _told = new();
    private readonly WebApplication _subscriber = Subscriber();
    private bool _answersHandshake = true;

    [Fact]
    public async Task New_mail_is_told_to_a_subscriber_that_answered_the_handshake()
    {
        await using var box = await MailboxFixture.Start();
        var made = await box.Graph.Subscriptions.PostAsync(Wanted(box));

        await box.Receive(Inbox, "Notice");

        await Eventually.True(() => !_told.IsEmpty, "a notification arrives");
        var told = _told.Single()["value"]!.AsArray().Single()!;
        Assert.Equal((made!.Id, "secret"), (told["subscriptionId"]!.ToString(), told["clientState"]!.ToString()));
        Assert.Equal("Notice", (await box.Graph.Users[Inbox].Messages[told["resourceData"]!["id"]!.ToString()].GetAsync())!.Subject);
    }

    [Fact]
    public async Task A_subscriber_that_fails_the_handshake_gets_no_subscription()
    {
        _answersHandshake = false;
        await using var box = await MailboxFixture.Start();

        var error = await Assert.ThrowsAsync<ODataError>(() => box.Graph.Subscriptions.PostAsync(Wanted(box)));

        Assert.Equal((400, "ValidationError"), (error.ResponseStatusCode, error.Error!.Code));
        Assert.Empty((await box.Graph.Subscriptions.GetAsync())!.Value!);
    }

    [Fact]
    public async Task A_subscription_is_renewed_and_ends_when_it_is_not()
    {
        await using var box = await MailboxFixture.Start();
        var made = await box.Graph.Subscriptions.PostAsync(Wanted(box));
        box.Time.Advance(TimeSpan.FromMinutes(50));
        await box.Graph.Subscriptions[made!.Id].PatchAsync(new Subscription { ExpirationDateTime = box.Time.GetUtcNow().AddHours(1) });
        box.Time.Advance(TimeSpan.FromMinutes(50));
        Assert.NotNull(await box.Graph.Subscriptions[made.Id].GetAsync());

        box.Time.Advance(TimeSpan.FromMinutes(10));

        var error = await Assert.ThrowsAsync<ODataError>(() => box.Graph.Subscriptions[made.Id].GetAsync());
        Assert.Equal(404, error.ResponseStatusCode);
    }

    [Fact]
    public async Task A_subscription_of_more_than_4230_minutes_is_refused()
    {
        await using var box = await MailboxFixture.Start();
        var wanted = Wanted(box);
        wanted.ExpirationDateTime = box.Time.GetUtcNow().AddMinutes(4231);

        var error = await Assert.ThrowsAsync<ODataError>(() => box.Graph.Subscriptions.PostAsync(wanted));

        Assert.Equal(400, error.ResponseStatusCode);
    }

    [Theory]
    [InlineData("fail", 0)]
    [InlineData("answerTwice", 2)]
    public async Task A_notification_can_be_lost_or_doubled(string kind, int times)
    {
        await using var box = await MailboxFixture.Start();
        await box.Graph.Subscriptions.PostAsync(Wanted(box));
        await box.Control("faults", new { kind, match = $"NOTIFY /users/{Inbox}" });
        await box.Receive(Inbox, "Struck");
        await Eventually.True(
            async () => await box.Http.GetStringAsync("/control/faults") == "[]", "the fault has struck");
        await box.Receive(Inbox, "Spared");

        await Eventually.True(() => _told.Count == times + 1, "the notifications arrive");
    }

    public async Task InitializeAsync()
    {
        _subscriber.MapPost("/", async (HttpContext http) =>
        {
            if (http.Request.Query["validationToken"].FirstOrDefault() is { } token)
                return _answersHandshake ? Results.Text(token) : Results.BadRequest();
            _told.Enqueue((await JsonNode.ParseAsync(http.Request.Body))!);
            return Results.StatusCode(202);
        });
        await _subscriber.StartAsync();
    }

    public async Task DisposeAsync() => await _subscriber.DisposeAsync();

    private static WebApplication Subscriber()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    private Subscription Wanted(MailboxFixture box) => new()
    {
        ChangeType = "created",
        Resource = $"users/{Inbox}/mailFolders('Inbox')/messages",
        NotificationUrl = _subscriber.Urls.First(),
        ClientState = "secret",
        ExpirationDateTime = box.Time.GetUtcNow().AddHours(1),
    };
}
