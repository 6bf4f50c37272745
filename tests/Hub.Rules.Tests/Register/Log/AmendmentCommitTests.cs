using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Log;

public sealed class AmendmentCommitTests : CommitCase
{
    [Fact]
    public void A_change_makes_the_next_version_and_counts_as_a_confirmation()
    {
        var before = Record;
        var write = Assert.IsType<AuthorityWrite>(Apply(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"x"}"""))).Writes[0]);
        Assert.Equal((before, Record), (write.Old, write.New));
        Assert.Equal(
            (2, RecordStatus.Amended, Sample.Now, Sample.Now),
            (Record.Version, Record.Upkeep.Status, Record.Upkeep.LastChangedOn, Record.Upkeep.LastConfirmedOn));
        Assert.NotEqual(before.Upkeep.Salt, Record.Upkeep.Salt);
        Assert.Equal(["comments"], Record.Secretariat.LastFields!);
        Assert.Equal(["r"], Record.Secretariat.Reviewers!);
    }

    [Fact]
    public void A_note_without_a_date_leaves_that_of_the_last_one()
    {
        Apply(new Change.Confirm(Sample.Record), noteDate: new(2025, 3, 1));
        Apply(new Change.Confirm(Sample.Record));
        Assert.Equal(new DateOnly(2025, 3, 1), Record.Secretariat.NoteDate);
        Apply(new Change.Confirm(Sample.Record), noteDate: new(2025, 3, 2));
        Assert.Equal(new DateOnly(2025, 3, 2), Record.Secretariat.NoteDate);
    }

    [Fact]
    public void A_temporary_notice_stands_beside_those_before()
    {
        foreach (var text in new[] { "moved", "closed" })
        {
            var e = Apply(new Change.Announce(Sample.Record, new("MEASURE", text, Sample.Today))).Events[0];
            Assert.Equal((EventType.TemporaryNoticeAnnounced, RecordStatus.Amended), (e.Type, Record.Upkeep.Status));
        }
        Assert.Equal(["moved", "closed"], Record.Restricted.TemporaryNotices!.Select(n => n.Text));
    }
}
