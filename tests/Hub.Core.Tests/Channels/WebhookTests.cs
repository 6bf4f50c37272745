using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hub.Core.Channels;
using Hub.Core.Channels.Webhooks;
using Hub.Core.Tests.Builders;

namespace Hub.Core.Tests.Channels;

public sealed class WebhookTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    // The vector that the Standard Webhooks libraries test themselves with.
    [Fact]
    public void The_signature_is_that_of_Standard_Webhooks() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Sign(Secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), """{"test": 2432232314}"""u8));

    [Fact]
    public void A_new_secret_has_32_bytes_and_is_never_the_same()
    {
        var secret = WebhookSignature.NewSecret();
        Assert.StartsWith(WebhookSignature.SecretPrefix, secret, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(secret[WebhookSignature.SecretPrefix.Length..]).Length);
        Assert.NotEqual(secret, WebhookSignature.NewSecret());
    }

    [Fact]
    public async Task Events_go_out_in_order_signed_under_one_id_on_every_attempt()
    {
        var partner = new Partner();
        partner.Register.Grow(3);
        await partner.Run();
        Assert.Equal(["evt-000000000001", "evt-000000000001", "evt-000000000002", "evt-000000000003"], partner.Got.Select(r => r.Id));
        Assert.All(partner.Got, r => Assert.Equal(WebhookSignature.Sign(Secret, r.Id, r.Timestamp, r.Body.Span), r.Signature));
        var body = JsonDocument.Parse(partner.Got[0].Body).RootElement;
        Assert.Equal(("1.0", "https://hub.example", 1L), (
            body.GetProperty("specversion").GetString(), body.GetProperty("source").GetString(), body.GetProperty("sequence").GetInt64()));
        Assert.Equal(partner.Register.Log[0].Hash, body.GetProperty("hash").GetString());
        Assert.Equal(["down", "delivered", "delivered", "delivered"], partner.Attempts.Select(a => a.Outcome));
    }

    [Fact]
    public async Task An_endpoint_that_was_deleted_disables_its_cursor()
    {
        var partner = new Partner { Deleted = true };
        partner.Register.Grow();
        await partner.Run();
        Assert.Equal(CursorState.Disabled, partner.Cursors[WebhookChannel.ChannelName, "e1"].State);
        Assert.Empty(partner.Got);
    }

    [Fact]
    public async Task Without_the_signing_key_nothing_goes_out_and_it_is_tried_again()
    {
        var partner = new Partner { KeyIsAway = true };
        partner.Register.Grow();
        await partner.Run();
        Assert.Empty(partner.Got);
        Assert.Contains("signing key", partner.Cursors[WebhookChannel.ChannelName, "e1"].StateReason, StringComparison.Ordinal);

        partner.KeyIsAway = false;
        partner.Clock.Advance(TimeSpan.FromHours(1));
        await partner.Resume();
        Assert.NotEmpty(partner.Got);
    }

    [Fact]
    public async Task The_message_signature_covers_the_address_the_body_the_id_and_the_time()
    {
        var partner = new Partner();
        partner.Register.Grow();
        await partner.Run();
        var got = partner.Got[0];
        // The signer of this test signs by repeating what it was given.
        var signed = Encoding.UTF8.GetString(Convert.FromBase64String(got.MessageSignature["hub=:".Length..^1]));
        Assert.Equal(
            $"""
            "@method": POST
            "@target-uri": https://partner.example/hook
            "content-digest": sha-256=:{Convert.ToBase64String(SHA256.HashData(got.Body.Span))}:
            "content-type": application/cloudevents+json
            "webhook-id": {got.Id}
            "webhook-timestamp": {got.Timestamp.ToUnixTimeSeconds()}
            "@signature-params": {got.SignatureInput["hub=".Length..]}
            """.ReplaceLineEndings("\n"),
            signed);
    }

    private sealed class Partner : IEndpointStore, IWebhookSender, IMessageSigner, IDeliveryLog
    {
        public MemoryRegister Register { get; } = new();

        public MemoryCursors Cursors { get; } = new();

        public ManualClock Clock { get; } = new();

        public List<WebhookRequest> Got { get; } = [];

        public List<Attempt> Attempts { get; } = [];

        public bool Deleted { get; init; }

        public async Task Run()
        {
            Cursors.Put(new() { Channel = WebhookChannel.ChannelName, Name = "e1" });
            await Resume();
        }

        public async Task Resume()
        {
            var channel = new WebhookChannel(this, this, new(this), this, new("https://hub.example", RetryPolicy.Webhooks), Clock);
            for (var i = 0; i < 3; i++, Clock.Advance(TimeSpan.FromSeconds(6)))
                await new CursorRunner(Cursors, Register, new FixedIdentifiers(), Clock).Run(channel, "e1", default);
        }

        public Task<Step.Failed?> Post(WebhookRequest request, CancellationToken cancel)
        {
            Got.Add(request);
            return Task.FromResult(Got.Count == 1 ? new Step.Failed(Failure.Transient, "down") : null);
        }

        public bool KeyIsAway { get; set; }

        public Task<IReadOnlyList<SigningKey>> Keys(CancellationToken cancel) => throw new NotSupportedException();

        public Task<MessageSigned?> Sign(Func<string, byte[]> message, CancellationToken cancel) =>
            Task.FromResult(KeyIsAway ? null : new MessageSigned("k1", message("k1")));

        public Task<Endpoint?> Find(string id, CancellationToken cancel) =>
            Task.FromResult(Deleted ? null : new Endpoint(id, "partner", "https://partner.example/hook", Secret, Sample.Now));

        public Task Add(Attempt attempt, CancellationToken cancel)
        {
            Attempts.Add(attempt);
            return Task.CompletedTask;
        }

        public Task Save(Endpoint endpoint, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<Endpoint>> List(string partner, CancellationToken cancel) => throw new NotSupportedException();

        public Task Delete(string id, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<Attempt>> List(string channel, string name, int limit, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<Attempt>> Since(string channel, long sequence, CancellationToken cancel) =>
            throw new NotSupportedException();
    }
}
