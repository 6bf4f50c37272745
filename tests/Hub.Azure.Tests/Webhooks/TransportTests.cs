using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Azure.Webhooks;
using Hub.Core.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
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
        var heard = false;
        using var certificate = SelfSigned();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
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
        Assert.Contains("SecureConnectionError", failed?.Reason, StringComparison.Ordinal);
        Assert.False(heard);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}

/// <summary>Tests that change what the whole process shares.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
