using System.Net;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.Access.Guessing;

/// <summary>Addresses that guess keys.</summary>
public abstract class KeyGuessCase
{
    private protected const string Good = "a-good-key";
    private protected readonly FakeTimeProvider _clock = new();
    private protected readonly MemoryKeys _keys = MemoryKeys.With(Good, new("partner", CallerKind.Partner));

    private protected static async Task Guess(Callers callers, int times, string address)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal(401, (await Refusal(callers, $"guess-{i}", address)).Status);
    }

    // As the hub puts them together.
    private protected Callers Fresh() => new ServiceCollection().AddSingleton<IKeyStore>(_keys).AddSingleton<TimeProvider>(_clock)
        .AddSingleton(new SignIn(new(null, new("https://hub.example/")))).AddSingleton(new ClientAddress(null)).AddLogging()
        .AddSingleton<KeyGuesses>().AddSingleton<Callers>().BuildServiceProvider().GetRequiredService<Callers>();

    private protected static async Task<ApiException> Refusal(Callers callers, string key, string address) =>
        await Assert.ThrowsAsync<ApiException>(() => callers.Require(Request(key, address), CallerKind.Partner));

    private protected static HttpRequest Request(string key, string address)
    {
        var request = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } }.Request;
        request.Headers.Authorization = $"Bearer {key}";
        return request;
    }
}
