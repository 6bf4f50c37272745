using Hub.Functions.Access;
using Hub.Notices.Access;

namespace Hub.Functions.Tests.Access.Guessing;

public sealed class GoodKeyTests : KeyGuessCase
{
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
}
