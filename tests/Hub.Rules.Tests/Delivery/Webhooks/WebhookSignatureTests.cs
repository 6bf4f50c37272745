using System.Security.Cryptography;
using System.Text;
using Hub.Delivery.Webhooks;

namespace Hub.Rules.Tests.Delivery.Webhooks;

/// <summary>What stands in the headers that a receiver checks: Standard Webhooks, and HTTP message signatures (RFC 9421).</summary>
public sealed class WebhookSignatureTests
{
    // The vector that the Standard Webhooks libraries test themselves with.
    [Fact]
    public void The_signature_is_that_of_Standard_Webhooks() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Sign(
            WebhookRig.Secret, "msg_p5jXN8AQM9LWM0D4loKWxJek",
            DateTimeOffset.FromUnixTimeSeconds(1614265330), """{"test": 2432232314}"""u8));

    [Fact]
    public async Task The_message_signature_covers_the_address_the_body_the_id_and_the_time()
    {
        var rig = new WebhookRig();
        rig.Make();
        rig.Register.Grow();
        await rig.Run();
        var got = rig.Got[0];
        // The signer of this test signs by repeating what it was given.
        var signed = Encoding.UTF8.GetString(Convert.FromBase64String(got.MessageSignature["hub=:".Length..^1]));
        Assert.Equal(
            $"""
            "@method": POST
            "@target-uri": {WebhookRig.Url("e1")}
            "content-digest": sha-256=:{Convert.ToBase64String(SHA256.HashData(got.Body.Span))}:
            "content-type": application/cloudevents+json
            "webhook-id": {got.Id}
            "webhook-timestamp": {got.Timestamp.ToUnixTimeSeconds()}
            "@signature-params": {got.SignatureInput["hub=".Length..]}
            """.ReplaceLineEndings("\n"),
            signed);
    }
}
