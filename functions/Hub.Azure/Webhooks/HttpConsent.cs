using System.Globalization;
using System.Text;
using System.Text.Json;
using Hub.Delivery.Webhooks;

namespace Hub.Azure.Webhooks;

/// <summary>
/// Asks receivers over HTTP. A denial is told apart from a receiver that does not know the question: an answer for another origin, 401, 403
/// and 410 deny; success without the header, 404, 405 and 501 mean that it does not know it.
/// </summary>
public sealed class HttpConsent(HttpClient http, TimeProvider clock) : IConsentRequests
{
    /// <summary>How long a receiver has to answer, to the last byte that is read.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public Task<Consent> Handshake(string url, string origin, int rate, CancellationToken cancel) => Ask(
        () => Question(url, origin, rate),
        (answer, now, _) => Task.FromResult<Consent>(Text(answer, "WebHook-Allowed-Origin") switch
        {
            null => new Consent.NotSupported(now, "it answered without WebHook-Allowed-Origin"),
            // Whole origins: what merely begins alike is another's.
            var allowed when allowed == "*" || allowed.Equals(origin, StringComparison.OrdinalIgnoreCase) => Given(answer, now),
            _ => new Consent.Denied(now, "it allows another origin"),
        }),
        cancel);

    /// <inheritdoc/>
    public Task<Consent> Challenge(WebhookRequest request, string challenge, CancellationToken cancel) => Ask(
        () => WebhookMessage.Of(request),
        async (answer, now, within) => Echo(await Beginning(answer, within)) == challenge
            ? new Consent.Given(now, null)
            : new Consent.NotSupported(now, "it answered something else"),
        cancel);

    private static HttpRequestMessage Question(string url, string origin, int rate)
    {
        var message = WebhookMessage.To(HttpMethod.Options, url);
        message.Headers.Add("WebHook-Request-Origin", origin);
        message.Headers.Add("WebHook-Request-Rate", rate.ToString(CultureInfo.InvariantCulture));
        return message;
    }

    private async Task<Consent> Ask(
        Func<HttpRequestMessage> question, Func<HttpResponseMessage, DateTimeOffset, CancellationToken, Task<Consent>> read,
        CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        within.CancelAfter(Timeout);
        try
        {
            using var message = question();
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, within.Token);
            var said = $"it answered {(int)answer.StatusCode}";
            return (int)answer.StatusCode switch
            {
                >= 200 and < 300 => await read(answer, now, within.Token),
                401 or 403 or 410 => new Consent.Denied(now, said),
                404 or 405 or 501 => new Consent.NotSupported(now, said),
                _ => new Consent.NoResponse(now, said),
            };
        }
        catch (Exception e) when (WebhookMessage.Reason(e, Timeout, cancel) is { } reason)
        {
            return new Consent.NoResponse(now, reason);
        }
    }

    private static Consent Given(HttpResponseMessage answer, DateTimeOffset now) => Text(answer, "WebHook-Allowed-Rate") switch
    {
        null or "*" => new Consent.Given(now, null),
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate > 0 =>
            new Consent.Given(now, rate),
        _ => new Consent.NoResponse(now, "WebHook-Allowed-Rate is neither a number above 0 nor *"),
    };

    private static string? Text(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var values) ? string.Join(",", values).Trim() : null;

    private static async Task<string> Beginning(HttpResponseMessage answer, CancellationToken within)
    {
        var (bytes, length) = (new byte[WebhookHttp.MostOfAnswer], 0);
        await using var stream = await answer.Content.ReadAsStreamAsync(within);
        while (length < bytes.Length && await stream.ReadAsync(bytes.AsMemory(length), within) is > 0 and var read)
            length += read;
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    // As JSON {"challenge": "…"} or as the bare text.
    private static string? Echo(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("challenge", out var echo)
                && echo.ValueKind == JsonValueKind.String ? echo.GetString() : null;
        }
        catch (JsonException)
        {
            return body.Trim();
        }
    }
}
