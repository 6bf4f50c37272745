using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Submissions;

public sealed class NetworkSeederTests
{
    private static readonly int Everything = Sample.Data.Networks.All.Sum(n => n.Attested.Count);
    private readonly Desk _desk = new();

    [Fact]
    public async Task An_empty_register_begins_with_every_attested_membership()
    {
        Assert.Equal(Everything, await Seeder().Seed(default));
        Assert.Equal(
            Sample.Data.Networks.All.SelectMany(n => n.Attested).OrderBy(m => (m.Network, m.State.Value)),
            _desk.Register.Now.Memberships.Values.OrderBy(m => (m.Network, m.State.Value)));
    }

    [Fact]
    public async Task It_is_done_by_approved_notices_and_nobody_gets_a_mail_I2()
    {
        await Seeder().Seed(default);
        Assert.All(_desk.Register.Log, e => Assert.Equal((EventType.MembershipChanged, true), (e.Type, e.Facts.Quiet)));
        Assert.All(_desk.Notices.All, n => Assert.Equal((NoticeStatus.Committed, "hub"), (n.Status, n.Decisions.Single().Reviewer)));
        var verifier = new ChainVerifier();
        Assert.All(_desk.Register.Log, e => Assert.Null(verifier.Take(e)));
        Assert.All(_desk.Notices.All, n => Assert.DoesNotContain(n.Problems, p => p.Outcome > Outcome.Warn));
    }

    [Fact]
    public async Task The_next_start_seeds_nothing()
    {
        await Seeder().Seed(default);
        var head = _desk.Register.Now.Head;
        Assert.Equal(0, await Seeder().Seed(default));
        Assert.Equal(head, _desk.Register.Now.Head);
    }

    [Fact]
    public async Task What_a_notice_changed_since_stays_changed()
    {
        await Seeder().Seed(default);
        var left = _desk.Register.Now.Memberships[("wacap", Sample.OtherState)] with { ValidTo = Sample.Today };
        _desk.Register.Change(new Change.SetMembership(left));
        await Seeder().Seed(default);
        Assert.Equal(left, _desk.Register.Now.Memberships[("wacap", Sample.OtherState)]);
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
        Assert.InRange(_desk.Register.Now.Memberships.Count, 0, Everything - 1);
        // What was approved and not committed, Sweep takes up.
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var notice in _desk.Notices.All.ToList())
            await _desk.Advance(notice);
        await Seeder().Seed(default);
        Assert.Equal(Everything, _desk.Register.Now.Memberships.Count);
        Assert.Equal(Everything, _desk.Register.Log.Count);
    }

    [Fact]
    public async Task Two_starts_at_once_put_nothing_there_twice()
    {
        await Task.WhenAll(Seeder().Seed(default), Seeder().Seed(default));
        Assert.Equal(Everything, _desk.Register.Log.Count);
    }

    [Fact]
    public async Task A_register_that_somebody_else_began_is_left_alone()
    {
        _desk.Register.Grow();
        Assert.Equal(0, await Seeder().Seed(default));
        Assert.Empty(_desk.Register.Now.Memberships);
    }

    private NetworkSeeder Seeder() =>
        new(new(_desk.Intake, _desk.NoticeFlow, _desk.Decisions), _desk.Notices, _desk.Register, Sample.Data.Networks);
}
