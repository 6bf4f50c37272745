using System.Diagnostics;

namespace Hub.Azure.Tests.Webhooks;

/// <summary>Webhooks over HTTP: what is sent, what each answer means, and where nothing is sent at all.</summary>
public sealed class HttpWebhookSenderTests
{
    [Fact]
    public async Task The_body_goes_out_as_it_is_with_the_three_headers()
    {
        await using var receiver = await Receiver.Start(204);

        Assert.Null(await receiver.Post());

        Assert.Equal("{\"é\":1}", receiver.Body);
        Assert.Equal("application/cloudevents+json", receiver.Headers!.ContentType);
        Assert.Equal(
            ("sha-256=:AAAA:", "hub=()", "hub=:AAAA:"), (Header("content-digest"), Header("signature-input"), Header("signature")));
        Assert.Equal(
            ("evt-000000000001", "1741944600", "v1,signature"),
            (Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature")));

        string Header(string name) => (string)receiver.Headers[name]!;
    }

    [Fact]
    public async Task The_trace_that_is_under_way_goes_along_and_no_more_of_it()
    {
        await using var receiver = await Receiver.Start(204);
        using var span = new Activity("webhook.deliver").SetIdFormat(ActivityIdFormat.W3C).AddTag("secret", "tag").Start();

        Assert.Null(await receiver.Post());

        Assert.Contains(span.TraceId.ToHexString(), (string)receiver.Headers!["traceparent"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", string.Join('\n', receiver.Headers.Select(h => $"{h.Key}: {h.Value}")), StringComparison.Ordinal);
    }
}
