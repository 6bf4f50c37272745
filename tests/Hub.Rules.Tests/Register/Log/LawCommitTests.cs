using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Log;

public sealed class LawCommitTests : CommitCase
{
    [Fact]
    public void A_new_law_gets_an_id_that_says_what_it_is_and_its_event_says_which_instruments_it_carries_out()
    {
        var e = Apply(new Change.PublishLaw(null, SampleLaws.Content())).Events[0];
        var law = Assert.Single(_register.Laws.Values);
        Assert.True(Law.IsId(law.LawId));
        Assert.Equal(
            (1, Sample.State, LawSource.State, "n", Sample.Today, Sample.Now),
            (law.Version, law.State, law.Source, law.NoticeId, law.FurnishedOn, law.LastConfirmed!.Value));
        Assert.Equal(
            (EventType.LawPublished, law.LawId, 1, law.Hash(), null),
            (e.Type, e.Facts.LawId, e.Facts.LawVersion!.Value, e.Facts.LawHash, e.Facts.Changed));
        Assert.Equal([Instrument.Untoc], e.Facts.Instruments!);
    }

    [Fact]
    public void A_new_version_keeps_the_old_one_and_says_which_fields_changed()
    {
        Apply(new Change.PublishLaw(null, SampleLaws.Content()));
        var first = Assert.Single(_register.Laws.Values);
        var commit = Apply(new Change.PublishLaw(first.LawId, SampleLaws.Content("""{"status":"AMENDED","shortTitle":"E"}""")));
        Assert.Equal((first, 2), (((LawWrite)commit.Writes[0]).Old, _register.Laws[first.LawId].Version));
        Assert.Equal(["shortTitle", "status"], commit.Events[0].Facts.Changed!);
    }

    [Fact]
    public void A_confirmation_changes_no_field_and_is_not_called_an_update()
    {
        _register = _register.With([new LawWrite(SampleLaws.Law(), null)], _register.Head);
        var e = Apply(new Change.PublishLaw(SampleLaws.Id, SampleLaws.Content())).Events[0];
        var law = _register.Laws[SampleLaws.Id];
        Assert.Empty(e.Facts.Changed!);
        Assert.Equal((Sample.Now.AddDays(-400), Sample.Now), (law.LastUpdated, law.LastConfirmed!.Value));
    }
}
