using Hub.Register.Log;
using Hub.Register.Lookup;

namespace Hub.Rules.Tests.Register.Lookup;

public sealed class RecordLogTests
{
    [Fact]
    public void An_edition_lists_a_record_in_the_version_that_it_had_when_it_was_frozen()
    {
        var events = RecordEvents.None.With(
        [
            Of(1, "a", 1, EventType.AuthorityDesignated), Edition(2, frozenAt: 1), Of(3, "a", 2, EventType.AuthorityAmended),
            Of(4, "b", 1, EventType.AuthorityDesignated), Edition(5, frozenAt: 3), Of(6, "a", 3, EventType.AuthorityWithdrawn),
            Edition(7, frozenAt: 6),
        ]);

        Assert.Equal([(5L, 2), (2L, 1)], events.EditionsOf("a").Select(e => (e.Edition.Sequence, e.Version)));
        Assert.Equal([7L], events.EditionsOf("b").Select(e => e.Edition.Sequence));
        Assert.Equal([1L, 3L, 6L], events.Of("a").Select(e => e.Sequence));
        Assert.Empty(events.Of("never"));
    }

    [Fact]
    public void Events_that_are_read_twice_count_once()
    {
        DirectoryEvent[] read = [Of(1, "a", 1, EventType.AuthorityDesignated), Of(2, "a", 2, EventType.AuthorityConfirmed)];

        Assert.Equal(2, RecordEvents.None.With(read).With(read).Of("a").Count);
    }

    private static DirectoryEvent Of(long sequence, string record, int version, EventType type) =>
        Event(sequence, type, new() { RecordId = record, RecordVersion = version });

    private static DirectoryEvent Edition(long sequence, long frozenAt) =>
        Event(sequence, EventType.EditionPublished, new() { FrozenAt = frozenAt, Edition = new(2026, 1) });

    private static DirectoryEvent Event(long sequence, EventType type, EventFacts facts) => new()
    {
        Sequence = sequence, Type = type, Time = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Facts = facts, PreviousHash = "",
    };
}
