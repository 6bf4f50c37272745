using System.Text;

namespace Hub.Receiver.Tests;

public sealed class EventTrailTests
{
    private static readonly string Zeros = new('0', 64);

    [Fact]
    public void The_next_event_moves_the_trail()
    {
        var (first, trail) = new EventTrail().Take(Event(1, Zeros, "a"));
        Assert.Equal((Arrival.Next, new EventTrail(1, "a")), (first, trail));
        Assert.Equal((Arrival.Next, new EventTrail(2, "b")), trail.Take(Event(2, "a", "b")));
    }

    [Theory]
    [InlineData(1, "x", "y", Arrival.Repeated)]
    [InlineData(2, "a", "b", Arrival.Repeated)]
    [InlineData(2, "a", "other", Arrival.Broken)]
    [InlineData(3, "other", "c", Arrival.Broken)]
    [InlineData(4, "c", "d", Arrival.Gap)]
    public void Anything_else_leaves_it_where_it_is(long sequence, string previous, string hash, Arrival arrival)
    {
        var trail = new EventTrail(2, "b");
        Assert.Equal((arrival, trail), trail.Take(Event(sequence, previous, hash)));
    }

    [Fact]
    public void The_first_event_follows_from_nothing() => Assert.Equal(Arrival.Broken, new EventTrail().Take(Event(1, "a", "b")).Arrival);

    private static byte[] Event(long sequence, string previous, string hash) =>
        Encoding.UTF8.GetBytes($$"""{"sequence":{{sequence}},"previoushash":"{{previous}}","hash":"{{hash}}"}""");
}
