using System.Text;

namespace Hub.Receiver.Tests;

public sealed class StandardWebhookTests
{
    // The vector that the reference libraries of Standard Webhooks test themselves with.
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Timestamp = "1614265330";
    private const string Body = """{"test": 2432232314}""";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void The_published_vector_is_signed_as_published() =>
        Assert.Equal(Signature, StandardWebhook.Sign(Secret, Id, Timestamp, Encoding.UTF8.GetBytes(Body)));

    [Theory]
    [InlineData(Signature)]
    [InlineData("v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= " + Signature)]
    [InlineData("v1a,whatever " + Signature + " v2,other")]
    public void One_right_signature_of_several_is_enough(string signatures) => Assert.Null(Problem(signatures: signatures));

    [Theory]
    [InlineData(299, true)]
    [InlineData(301, false)]
    [InlineData(-299, true)]
    [InlineData(-301, false)]
    public void A_timestamp_more_than_five_minutes_off_is_refused(int seconds, bool taken) =>
        Assert.Equal(taken, Problem(now: Then.AddSeconds(seconds)) is null);

    [Fact]
    public void Any_change_of_id_time_body_or_secret_is_noticed()
    {
        Assert.NotNull(Problem(id: "msg_other"));
        Assert.NotNull(Problem(timestamp: "1614265331"));
        Assert.NotNull(Problem(body: """{"test": 2432232315}"""));
        Assert.NotNull(Problem(secret: "whsec_AAAAGKYqrTwjUPD8ILPZIo2LaLaSwAAA"));
        Assert.NotNull(Problem(signatures: "v2," + Signature[3..]));
    }

    [Fact]
    public void Missing_and_senseless_headers_are_named()
    {
        Assert.Contains("missing", Problem(id: ""), StringComparison.Ordinal);
        Assert.Contains("webhook-timestamp", Problem(timestamp: "yesterday"), StringComparison.Ordinal);
        Assert.Contains("webhook-timestamp", Problem(timestamp: "99999999999999999"), StringComparison.Ordinal);
    }

    private static string? Problem(
        string secret = Secret, string id = Id, string timestamp = Timestamp, string body = Body, string signatures = Signature,
        DateTimeOffset? now = null)
    {
        var headers = new Dictionary<string, string>
        {
            ["webhook-id"] = id, ["webhook-timestamp"] = timestamp, ["webhook-signature"] = signatures,
        };
        return StandardWebhook.Problem(
            new("https://partner.example/hook", headers, Encoding.UTF8.GetBytes(body)), secret, now ?? Then);
    }
}
