using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Log;

/// <summary>What a commit writes and what its events say, value by value.</summary>
public sealed class CommitContentTests : CommitCase
{
    [Fact]
    public void A_commit_goes_from_the_head_it_was_prepared_on_event_by_event_to_the_next()
    {
        Apply(new Change.Confirm(Sample.Record));
        var from = _register.Head;
        var commit = CommitBuilder.Build(
            _register, Notice(null, new Change.Confirm(Sample.Record), new Change.DeclareNil(Sample.Mla)), Sample.Now,
            new FixedIdentifiers());
        Assert.Equal(("n", from, 3L), (commit.NoticeId, commit.From, commit.To.Sequence));
        Assert.Equal([from.Hash, commit.Events[0].Hash], commit.Events.Select(e => e.PreviousHash));
    }

    [Fact]
    public void The_time_of_an_event_is_never_before_the_last_ones_and_has_whole_seconds()
    {
        var head = new Head(1, "h") { Time = Sample.Now };
        Assert.Equal(Sample.Now, head.TimeOfNext(Sample.Now.AddSeconds(-3)));
        Assert.Equal(Sample.Now.AddSeconds(1), head.TimeOfNext(Sample.Now.AddMilliseconds(1999)));
    }

    [Fact]
    public void Only_some_changes_decide_who_is_competent_and_some_are_of_a_record()
    {
        var membership = new Membership("wacap", Sample.State, MembershipRole.Member, null, null, "s", Confidence.Low, null);
        (Change, bool, string?)[] table =
        [
            (Designating(Sample.Mla), true, null),
            (new Change.Withdraw("a", null, Sample.Today), true, "a"),
            (new Change.DeclareNil(Sample.Mla), true, null),
            (new Change.DeclareLegalBasis(new(Instrument.Untoc, LegalBasisValue.Yes)), true, null),
            (Amending("designations"), true, "b"),
            (Amending("authorityName"), true, "b"),
            (Amending("jurisdiction"), true, "b"),
            (Amending("comments"), false, "b"),
            (new Change.Confirm("c"), false, "c"),
            (new Change.Announce("d", new("k", "t", Sample.Today)), false, "d"),
            (new Change.SetMembership(membership), false, null),
        ];
        Assert.All(table, row => Assert.Equal((row.Item2, row.Item3), (row.Item1.ChangesDesignation(), row.Item1.Record())));

        static Change.Amend Amending(string field) => new("b", Sample.Object($$"""{"{{field}}":null}"""));
    }
}
