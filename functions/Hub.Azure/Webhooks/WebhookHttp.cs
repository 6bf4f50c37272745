using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Azure.Webhooks;

/// <summary>
/// Makes the HTTP client for webhooks: the addresses that were checked are those connected to, at every connection, and nothing else is
/// fetched on the way.
/// </summary>
public static class WebhookHttp
{
    /// <summary>How much of an answer is taken, in bytes.</summary>
    public const int MostOfAnswer = 16 * 1024;

    /// <summary>How long a connection may take until it is secure.</summary>
    internal static readonly TimeSpan SecureWithin = TimeSpan.FromSeconds(10);

    private const int MostHeadersKilobytes = 16;
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>A client that reaches public addresses only, and loopback where the setting says so (development).</summary>
    public static HttpClient Create(bool allowLoopback, IOutboundNetwork? network = null)
    {
        var connector = new GuardedConnector(network ?? new MachineNetwork(), allowLoopback);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = SecureWithin,
            PooledConnectionLifetime = ConnectionLifetime,
            MaxResponseHeadersLength = MostHeadersKilobytes,
            MaxResponseDrainSize = MostOfAnswer,
            SslOptions = Tls(),
            ConnectCallback = (context, cancel) => connector.Connect(context.DnsEndPoint, cancel),
        };
        // Each sender has a time of its own, so that it knows which time was up.
        return new(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    // A certificate may name addresses from which its issuer's or a list of revoked ones is to be had. Those are the receiver's choice too,
    // and nobody checks them: nothing is fetched. A receiver has to send its chain whole (RFC 8446, section 4.4.2).
    private static SslClientAuthenticationOptions Tls() => new()
    {
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        CertificateChainPolicy = new() { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
        RemoteCertificateValidationCallback = (_, _, chain, errors) =>
            errors == SslPolicyErrors.None ? true : throw new CertificateException(Reason(chain, errors)),
    };

    private static string Reason(X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            return "the receiver showed no certificate";
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return "the receiver's certificate is for another name";
        return (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status) switch
        {
            var s when s.HasFlag(X509ChainStatusFlags.NotTimeValid) => "the receiver's certificate has expired, or is not valid yet",
            var s when s.HasFlag(X509ChainStatusFlags.PartialChain) =>
                "the receiver did not send the certificates that its own was issued with, or nobody knows who issued them",
            var s when s.HasFlag(X509ChainStatusFlags.UntrustedRoot) =>
                "the receiver's certificate is of an issuer whom nobody vouches for",
            var s => $"the receiver's certificate is not valid ({s})",
        };
    }
}

/// <summary>What is wrong with a receiver's certificate.</summary>
/// <param name="reason">In words.</param>
internal sealed class CertificateException(string reason) : AuthenticationException(reason);
