using Hub.Functions.Access;
using Hub.Notices.Access;

namespace Hub.Functions.Tests.Access.Guessing;

/// <summary>How many unknown keys may be tried from one address, and who goes on meanwhile.</summary>
public sealed class KeyGuessTests : KeyGuessCase
{
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
}
