using Hub.Delivery.Mail;

namespace Hub.Rules.Tests.Delivery.Mail;

public sealed class RosterTests
{
    private static readonly string[] Readers = [.. Enumerable.Range(0, 1000).Select(i => $"authority-{i}")];

    [Fact]
    public void Mailboxes_share_the_readers_about_evenly()
    {
        var term = new Term(1, ["a@hub.example", "b@hub.example", "c@hub.example"]);
        Assert.All(Readers.GroupBy(term.SenderOf), g => Assert.InRange(g.Count(), 250, 420));
    }

    [Fact]
    public void One_more_mailbox_takes_its_share_and_moves_no_other_reader()
    {
        var (before, after) = (new Term(1, ["a", "b", "c"]), new Term(1, ["d", "c", "b", "a"]));
        var moved = Readers.Where(r => before.SenderOf(r) != after.SenderOf(r)).ToList();
        Assert.All(moved, r => Assert.Equal("d", after.SenderOf(r)));
        Assert.InRange(moved.Count, 150, 350);
    }

    [Fact]
    public async Task Two_mailboxes_send_twice_as_fast()
    {
        var rig = new MailRig { Pace = new(4, TimeSpan.FromMinutes(1)) };
        rig.Staff("mailbox", "second");
        for (var i = 0; i < 20; i++)
            rig.Subscribe($"m{i}");
        rig.Register.Grow();
        await rig.Run();
        await rig.Run("second");
        Assert.Equal(8, rig.Sent.Count);
        await rig.Finish();
        rig.AssertEverybodyWasToldOnce();
    }

    [Fact]
    public async Task A_mailbox_that_comes_sends_what_is_new_and_one_that_goes_ends_its_round()
    {
        var rig = new MailRig { Pace = new(1, TimeSpan.FromMinutes(1)) };
        foreach (var id in new[] { "a", "b", "c" })
            rig.Subscribe(id);
        rig.Register.Grow(2);
        await rig.Run();
        rig.Staff("second");
        rig.Register.Grow();
        await rig.Run("second");
        Assert.Equal(["mailbox", "second"], rig.SentFrom);
        await rig.Finish();
        Assert.Equal(["1,2", "1,2", "1,2"], rig.MailsFrom("mailbox"));
        Assert.Equal(["3", "3", "3"], rig.MailsFrom("second"));
    }

    [Fact]
    public async Task While_a_mailbox_is_coming_no_round_is_planned()
    {
        var rig = new MailRig();
        rig.Subscribe("a");
        rig.Register.Grow();
        rig.CrashAt = 3;
        rig.Staff("second");
        rig.CrashAt = 0;
        await rig.Run();
        Assert.Empty(rig.Sent);
        rig.Staff("second");
        await rig.Finish();
        rig.AssertEverybodyWasToldOnce();
    }
}
