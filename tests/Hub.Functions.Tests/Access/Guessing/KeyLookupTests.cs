using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Functions.Setup;
using Hub.Functions.Tests.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hub.Functions.Tests.Access.Guessing;

public sealed class KeyLookupTests : KeyGuessCase
{
    [Fact]
    public async Task A_request_with_an_unknown_key_counts_once_however_often_it_is_asked_who_calls()
    {
        var callers = Fresh();
        for (var i = 0; i < KeyGuesses.MostOfAddress; i++)
        {
            var request = Request($"guess-{i}", "198.51.100.1");
            for (var j = 0; j < 3; j++)
                Assert.Null(await callers.ByKey(request));
        }
        Assert.Equal(KeyGuesses.MostOfAddress, _keys.Asked);
        Assert.Equal(429, (await Refusal(callers, "guess", "198.51.100.1")).Status);
    }

    [Fact]
    public async Task Of_many_at_once_no_more_are_looked_up_than_one_after_the_other()
    {
        var callers = Fresh();
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(() => Refusal(callers, $"guess-{i}", "198.51.100.1"))));
        Assert.Equal(KeyGuesses.MostOfAddress, _keys.Asked);
    }

    [Theory]
    [InlineData(null, "198.51.100.9", "198.51.100.1")]
    [InlineData("CLIENT-IP", "203.0.113.7:50123", "203.0.113.7")]
    [InlineData("CLIENT-IP", "[2001:db8:1:2:3:4:5:6]:443", "2001:db8:1:2::")]
    [InlineData("CLIENT-IP", "2001:db8:1:2:ffff::1", "2001:db8:1:2::")]
    [InlineData("CLIENT-IP", "::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("CLIENT-IP", "10.0.0.1, 203.0.113.7", "203.0.113.7")]
    [InlineData("CLIENT-IP", "nonsense", "198.51.100.1")]
    public void An_address_is_the_platforms_word_and_no_callers(string? header, string value, string address)
    {
        var request = Request("", "198.51.100.1");
        request.Headers["X-Forwarded-For"] = "192.0.2.66";
        request.Headers["CLIENT-IP"] = value;
        Assert.Equal(address, new ClientAddress(header).Of(request));
    }

    [Theory]
    [InlineData(1, "192.0.2.66, 203.0.113.7:50123", "203.0.113.7")]
    [InlineData(1, "192.0.2.66:1,, 192.0.2.67 ,203.0.113.7:50123 ,", "203.0.113.7")]
    [InlineData(1, "192.0.2.66, nonsense", "198.51.100.1")]
    [InlineData(2, "192.0.2.66, 203.0.113.7, 203.0.113.9:443", "203.0.113.7")]
    [InlineData(2, "203.0.113.9:443", "203.0.113.9")]
    [InlineData(2, "", "198.51.100.1")]
    public void Of_a_chain_only_what_was_written_by_who_is_trusted_is_believed(int hops, string chain, string address)
    {
        var request = Request("", "198.51.100.1");
        request.Headers["X-Forwarded-For"] = chain.Split(", ");
        Assert.Equal(address, new ClientAddress("X-Forwarded-For", hops).Of(request));
    }

    [Theory]
    [InlineData("", null, "198.51.100.1")]
    [InlineData("", "hub-functions", "203.0.113.7")]
    [InlineData("CLIENT-IP", "hub-functions", "203.0.113.99")]
    public void Without_the_setting_the_platforms_own_entry_is_believed_where_there_is_a_platform(
        string header, string? site, string address)
    {
        var settings = LocalSettings.With(
            ("Hub__ClientAddressHeader", header), ("WEBSITE_SITE_NAME", site), ("SignIn__Local", "false"));
        var request = Request("", "198.51.100.1");
        request.Headers["X-Forwarded-For"] = "192.0.2.66, 203.0.113.7:50123";
        request.Headers["CLIENT-IP"] = "203.0.113.99:1";
        Assert.Equal(address, settings.Client.Of(request));
    }

    [Fact]
    public void The_workers_own_package_takes_no_address_and_no_host_from_what_callers_write()
    {
        var services = new ServiceCollection().Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.All);
        services.AddHub(LocalSettings.All());
        using var built = services.BuildServiceProvider();
        Assert.Equal(ForwardedHeaders.None, built.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value.ForwardedHeaders);
    }

    [Fact]
    public async Task Whoever_writes_another_address_with_each_guess_waits_all_the_same()
    {
        var callers = Fresh();
        for (var i = 0; i < KeyGuesses.MostOfAddress; i++)
            Assert.Null(await Guess(callers, i));
        Assert.Equal(429, (await Assert.ThrowsAsync<ApiException>(() => Guess(callers, 99))).Status);

        static async Task<object?> Guess(Callers callers, int i)
        {
            var request = Request($"guess-{i}", "198.51.100.1");
            foreach (var name in new[] { "X-Forwarded-For", "X-Original-For", "X-Real-IP", "CLIENT-IP", "X-Azure-SocketIP", "Forwarded" })
                request.Headers[name] = $"192.0.2.{i}";
            return await callers.ByKey(request);
        }
    }
}
