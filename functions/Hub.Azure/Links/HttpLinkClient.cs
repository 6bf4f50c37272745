using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Hub.Azure.Webhooks;
using Hub.Operations.Links;

namespace Hub.Azure.Links;

/// <summary>
/// Looks at pages of laws by the client of webhooks, which reaches public addresses only: one request a second, robots.txt first, five
/// redirects at most and the first 512 KiB of a page.
/// </summary>
public sealed class HttpLinkClient(HttpClient http, TimeProvider clock) : ILinkClient
{
    private const int MostRedirects = 5;
    private const int MostOfPage = 512 * 1024;
    private const int MostOfRobots = 64 * 1024;
    private static readonly ProductInfoHeaderValue UserAgent = new(RobotsFile.Agent, "1.0");

    /// <summary>How long a site has to answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long all of it may take, redirects included: a site that is slow at each step holds up nothing else.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The pause between two requests.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public async Task<LinkAnswer> Look(Uri address, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        whole.CancelAfter(Whole);
        try
        {
            return await Follow(Secure(address), whole.Token);
        }
        catch (HttpRequestException e) when (e.InnerException is CertificateException)
        {
            return new LinkAnswer.BadCertificate();
        }
        catch (HttpRequestException e) when (e.InnerException is UnreachableException { IsClosed: true })
        {
            return new LinkAnswer.Blocked();
        }
        catch (Exception e) when (WebhookMessage.Reason(e, Timeout, cancel) is not null)
        {
            return new LinkAnswer.Missing();
        }
    }

    private async Task<LinkAnswer> Follow(Uri address, CancellationToken cancel)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (!await IsAllowed(address, cancel))
                return new LinkAnswer.Blocked();
            await Task.Delay(Pause, clock, cancel);
            using var answer = await Ask(address, cancel);
            if (Next(address, answer) is not { } next)
                return await Read(address, answer, cancel);
            if (redirects == MostRedirects)
                return new LinkAnswer.Missing();
            address = next;
            await Task.Delay(Pause, clock, cancel);
        }
    }

    // A site without robots.txt lets everybody look; one whose robots.txt cannot be had at all is asked for the page, and says itself.
    private async Task<bool> IsAllowed(Uri address, CancellationToken cancel)
    {
        using var answer = await Ask(new(address, "/robots.txt"), cancel);
        return answer.StatusCode != HttpStatusCode.OK
            || RobotsFile.Allows(Encoding.UTF8.GetString((await Body(answer, MostOfRobots, cancel)).Span), address.PathAndQuery);
    }

    private async Task<HttpResponseMessage> Ask(Uri address, CancellationToken cancel)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        within.CancelAfter(Timeout);
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { UserAgent = { UserAgent } } };
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, within.Token);
    }

    private static Uri? Next(Uri address, HttpResponseMessage answer) =>
        (int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } location
            && new Uri(address, location) is { } next && (next.Scheme == Uri.UriSchemeHttps || next.Scheme == Uri.UriSchemeHttp)
            ? Secure(next)
            : null;

    // The hub speaks to no port of the system but one; what a site still has without a certificate alone is not looked at.
    private static Uri Secure(Uri address) => address is { IsDefaultPort: true, Scheme: "http" }
        ? new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Port = -1 }.Uri
        : address;

    private async Task<LinkAnswer> Read(Uri address, HttpResponseMessage answer, CancellationToken cancel) => (int)answer.StatusCode switch
    {
        >= 200 and < 300 => new LinkAnswer.Found(
            address.AbsoluteUri, await Body(answer, MostOfPage, cancel), answer.Content.Headers.ContentType?.MediaType is null or
            "text/html" or "application/xhtml+xml" or "text/plain"),
        401 or 403 or 429 or 451 => new LinkAnswer.Blocked(),
        _ => new LinkAnswer.Missing(),
    };

    private async Task<ReadOnlyMemory<byte>> Body(HttpResponseMessage answer, int most, CancellationToken cancel)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        within.CancelAfter(Timeout);
        await using var stream = await answer.Content.ReadAsStreamAsync(within.Token);
        var buffer = new byte[most];
        return buffer.AsMemory(0, await stream.ReadAtLeastAsync(buffer, most, throwOnEndOfStream: false, within.Token));
    }
}
