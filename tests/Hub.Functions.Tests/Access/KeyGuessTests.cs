using System.Net;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.Access;

/// <summary>How many unknown keys may be tried from one address, and who goes on meanwhile.</summary>
public sealed class KeyGuessTests
{
    private const string Good = "a-good-key";
    private readonly FakeTimeProvider _clock = new();
    private readonly MemoryKeys _keys = MemoryKeys.With(Good, new("partner", CallerKind.Partner));

    [Fact]
    public async Task After_so_many_unknown_keys_an_address_waits_and_nothing_is_looked_up()
    {
        var callers = Fresh();
        for (var i = 0; i < KeyGuesses.MostOfAddress; i++)
        {
            Assert.Equal(401, (await Refusal(callers, $"guess-{i}", "198.51.100.1")).Status);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
        var asked = _keys.Asked;
        var refusal = await Refusal(callers, "guess", "198.51.100.1");
        Assert.Equal((429, asked), (refusal.Status, _keys.Asked));
        Assert.InRange(int.Parse(refusal.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 600);
        Assert.Equal(401, (await Refusal(callers, "guess", "198.51.100.2")).Status);
        _clock.Advance(KeyGuesses.Window);
        Assert.Equal(401, (await Refusal(callers, "guess", "198.51.100.1")).Status);
    }

    [Fact]
    public async Task A_key_that_was_good_before_goes_on_working_at_the_same_address()
    {
        var callers = Fresh();
        await callers.Require(Request(Good, "198.51.100.1"), CallerKind.Partner);
        await Guess(callers, KeyGuesses.MostOfAddress, "198.51.100.1");
        Assert.Equal(429, (await Refusal(callers, "guess", "198.51.100.1")).Status);
        Assert.Equal("partner", (await callers.Require(Request(Good, "198.51.100.1"), CallerKind.Partner)).Name);
    }

    [Fact]
    public async Task A_key_that_there_is_works_at_an_address_that_guessed_though_the_hub_has_only_just_started()
    {
        var callers = Fresh();
        await Guess(callers, KeyGuesses.MostOfAddress, "198.51.100.1");
        Assert.Equal(429, (await Refusal(callers, "guess", "198.51.100.1")).Status);
        Assert.Equal("partner", (await callers.Require(Request(Good, "198.51.100.1"), CallerKind.Partner)).Name);
    }

    [Fact]
    public async Task A_key_that_was_issued_after_an_address_guessed_works_there_in_a_moment()
    {
        var callers = Fresh();
        await Guess(callers, KeyGuesses.MostOfAddress, "198.51.100.1");
        Assert.Equal(429, (await Refusal(callers, "guess", "198.51.100.1")).Status);
        var issued = await _keys.Issue(new("another", CallerKind.Partner), "", null, default);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("another", (await callers.Require(Request(issued.Secret, "198.51.100.1"), CallerKind.Partner)).Name);
    }

    [Fact]
    public async Task Good_keys_are_not_counted_however_many_bring_them()
    {
        var callers = Fresh();
        for (var i = 0; i < 3 * KeyGuesses.MostOfAddress; i++)
            await callers.Require(Request(Good, "198.51.100.1"), CallerKind.Partner);
        Assert.Equal(401, (await Refusal(callers, "guess", "198.51.100.1")).Status);
    }

    [Fact]
    public async Task Guesses_from_many_addresses_turn_nobody_away_elsewhere()
    {
        var callers = Fresh();
        for (var i = 1; i < 100; i++)
            await Guess(callers, 1, $"198.51.100.{i}");
        Assert.Equal("partner", (await callers.Require(Request(Good, "203.0.113.1"), CallerKind.Partner)).Name);
        Assert.Equal(401, (await Refusal(callers, "guess", "203.0.113.1")).Status);
    }

    [Fact]
    public async Task A_burst_of_first_calls_with_one_good_key_is_let_through_whole()
    {
        var (callers, gate) = (Fresh(), new TaskCompletionSource());
        _keys.Before = () => gate.Task;
        var burst = Enumerable.Range(0, 2 * KeyGuesses.MostOfAddress)
            .Select(_ => callers.Require(Request(Good, "198.51.100.1"), CallerKind.Partner)).ToList();
        gate.SetResult();
        Assert.All(await Task.WhenAll(burst), c => Assert.Equal("partner", c.Name));
        await Guess(callers, KeyGuesses.MostOfAddress, "198.51.100.1");
    }

    [Fact]
    public async Task That_storage_does_not_answer_counts_as_no_guess()
    {
        var callers = Fresh();
        _keys.Before = () => throw new HttpRequestException();
        for (var i = 0; i < 2 * KeyGuesses.MostOfAddress; i++)
            await Assert.ThrowsAsync<HttpRequestException>(
                () => callers.Require(Request($"key-{i}", "198.51.100.1"), CallerKind.Partner));
        _keys.Before = () => Task.CompletedTask;
        Assert.Equal("partner", (await callers.Require(Request(Good, "198.51.100.1"), CallerKind.Partner)).Name);
    }

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

    private static async Task Guess(Callers callers, int times, string address)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal(401, (await Refusal(callers, $"guess-{i}", address)).Status);
    }

    // As the hub puts them together.
    private Callers Fresh() => new ServiceCollection().AddSingleton<IKeyStore>(_keys).AddSingleton<TimeProvider>(_clock)
        .AddSingleton(new SignIn(new(null, new("https://hub.example/")))).AddSingleton(new ClientAddress(null)).AddLogging()
        .AddSingleton<KeyGuesses>().AddSingleton<Callers>().BuildServiceProvider().GetRequiredService<Callers>();

    private static async Task<ApiException> Refusal(Callers callers, string key, string address) =>
        await Assert.ThrowsAsync<ApiException>(() => callers.Require(Request(key, address), CallerKind.Partner));

    private static HttpRequest Request(string key, string address)
    {
        var request = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } }.Request;
        request.Headers.Authorization = $"Bearer {key}";
        return request;
    }
}
