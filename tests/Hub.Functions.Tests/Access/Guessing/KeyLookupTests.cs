using Hub.Functions.Access;

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
}
