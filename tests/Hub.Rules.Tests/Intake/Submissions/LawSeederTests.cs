using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Submissions;

public sealed class LawSeederTests
{
    private static readonly int Everything = FoundLaws.Of(Sample.Data.States).Sum(s => s.Laws.Count);
    private readonly Desk _desk = new();

    [Fact]
    public async Task A_library_without_a_law_begins_with_those_that_come_with_the_hub_and_says_who_found_them()
    {
        Assert.Equal(Everything, await Seeder().Seed(default));
        Assert.True(Everything >= 60);
        Assert.All(_desk.Register.Now.Laws.Values, l => Assert.Equal(
            (1, LawSource.SecretariatFound, null), (l.Version, l.Source, l.LastConfirmed)));
        Assert.True(_desk.Register.Now.Laws.Values.Select(l => l.State).Distinct().Count() >= 40);
    }

    [Fact]
    public async Task It_is_done_by_approved_notices_without_a_question_and_nobody_gets_a_mail_I2()
    {
        await Seeder().Seed(default);
        Assert.All(_desk.Register.Log, e => Assert.Equal((EventType.LawPublished, true), (e.Type, e.Facts.Quiet)));
        Assert.All(_desk.Notices.All, n => Assert.Equal((NoticeStatus.Committed, "hub"), (n.Status, n.Decisions.Single().Reviewer)));
        Assert.All(_desk.Notices.All, n => Assert.DoesNotContain(n.Problems, p => p.Outcome > Outcome.Warn));
    }

    [Fact]
    public async Task The_next_start_seeds_nothing_nor_does_one_after_a_State_changed_a_law()
    {
        await Seeder().Seed(default);
        var head = _desk.Register.Now.Head;
        Assert.Equal(0, await Seeder().Seed(default));
        Assert.Equal(head, _desk.Register.Now.Head);
        var law = _desk.Register.Now.Laws.Values.MinBy(l => l.LawId)!;
        _desk.Register.Change(new Change.PublishLaw(law.LawId, law with { Listed = false }));
        Assert.Equal(0, await Seeder().Seed(default));
        Assert.False(_desk.Register.Now.Laws[law.LawId].Listed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    public async Task Broken_off_it_goes_on_at_the_next_start(int commits)
    {
        for (var i = 1; i < commits; i++)
            _desk.Register.BeforeNextCommit(() => { });
        _desk.Register.BeforeNextCommit(() => throw new IOException("The power is cut."));
        await Assert.ThrowsAsync<IOException>(() => Seeder().Seed(default));
        Assert.InRange(_desk.Register.Now.Laws.Count, 0, Everything - 1);
        // What was approved and not committed, Sweep takes up.
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var notice in _desk.Notices.All.ToList())
            await _desk.Advance(notice);
        await Seeder().Seed(default);
        Assert.Equal((Everything, Everything), (_desk.Register.Now.Laws.Count, _desk.Register.Log.Count));
    }

    [Fact]
    public async Task Two_starts_at_once_put_nothing_there_twice()
    {
        await Task.WhenAll(Seeder().Seed(default), Seeder().Seed(default));
        Assert.Equal(Everything, _desk.Register.Log.Count);
    }

    [Fact]
    public async Task A_library_that_somebody_else_began_is_left_alone()
    {
        _desk.Register.Change(new Change.PublishLaw(null, SampleLaws.Content()));
        Assert.Equal(0, await Seeder().Seed(default));
        Assert.Single(_desk.Register.Now.Laws);
    }

    [Fact]
    public void Laws_of_fictional_States_come_only_where_those_exist()
    {
        Assert.Contains(FoundLaws.Of(Sample.Data.States), s => s.State == Sample.State);
        Assert.DoesNotContain(FoundLaws.Of(new StateCatalog()), s => s.State == Sample.State);
    }

    private LawSeeder Seeder() =>
        new(new(_desk.Intake, _desk.NoticeFlow, _desk.Decisions), _desk.Notices, _desk.Register, Sample.Data.States);
}
