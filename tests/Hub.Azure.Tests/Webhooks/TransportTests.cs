using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Azure.Webhooks;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Hub.Azure.Tests.Webhooks;

/// <summary>How webhooks travel. The proxy of a process is for all of it: nothing else runs beside these.</summary>
[Collection(Alone.Name)]
public sealed class TransportTests
{
    [Fact]
    public async Task A_proxy_of_the_machine_learns_nothing_of_a_webhook()
    {
        await using var receiver = await Receiver.Start(204);
        await using var proxy = await Receiver.Start(204);
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy("127.0.0.1", proxy.Port);
        try
        {
            Assert.Null(await receiver.Post());
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
        Assert.Equal((1, 0), (receiver.Requests, proxy.Requests));
    }

    [Fact]
    public async Task A_receiver_whose_certificate_nobody_vouches_for_gets_nothing_and_is_tried_again()
    {
        using var certificate = SelfSigned();
        Assert.Contains("nobody vouches", await Refused(certificate), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_certificate_says_of_its_issuer_is_not_fetched()
    {
        await using var elsewhere = await Receiver.Start(200);
        using var certificate = OfUnknownIssuer($"http://127.0.0.1:{elsewhere.Port}/issuer.cer");
        Assert.Contains("did not send the certificates", await Refused(certificate), StringComparison.Ordinal);
        Assert.Equal(0, elsewhere.Requests);
    }

    private static async Task<string> Refused(X509Certificate2 certificate)
    {
        var heard = false;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(
            // Offline: the server itself would fetch what the certificate names.
            new TlsHandshakeCallbackOptions
            {
                OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions
                {
                    ServerCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true),
                }),
            })));
        await using var receiver = builder.Build();
        receiver.Run(_ =>
        {
            heard = true;
            return Task.CompletedTask;
        });
        await receiver.StartAsync();

        using var http = WebhookHttp.Create(allowLoopback: true);
        var failed = await Receiver.Post(http, $"https://localhost:{new Uri(receiver.Urls.First()).Port}/hook");

        Assert.Equal(Failure.Transient, failed?.Kind);
        Assert.False(heard);
        return failed!.Reason;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Request("CN=localhost", key).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static X509Certificate2 OfUnknownIssuer(string address)
    {
        using var issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asked = Request("CN=Issuer", issuerKey);
        asked.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var issuer = asked.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(2));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request("CN=localhost", key);
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [address]));
        using var issued = request.Create(issuer, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1), [1, 2, 3, 4]);
        return issued.CopyWithPrivateKey(key);
    }

    private static CertificateRequest Request(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request;
    }
}

/// <summary>Tests that change what the whole process shares.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
