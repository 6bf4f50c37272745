using FsCheck;
using FsCheck.Fluent;

namespace Hub.Rules.Tests.Delivery.Outbox;

/// <summary>I4 for mails of every kind: whatever happens, each goes once.</summary>
public sealed class OutboxModelTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Wherever_the_process_dies_each_mail_goes_once(bool lists)
    {
        for (var crash = 1; crash <= Places; crash++)
        {
            var world = Owing(lists);
            world.Rig.CrashAt = crash;
            await world.Rig.Run();
            world.Rig.Register.Grow();
            await world.EndsWell();
        }
    }

    [Fact]
    public async Task Wherever_a_process_stands_still_and_another_takes_its_mailbox_over_each_mail_goes_once()
    {
        for (var place = 1; place <= Places; place++)
        {
            var world = Owing();
            (world.Rig.CrashAt, world.Rig.Meanwhile) = (place, () => world.TakeOver("mailbox"));
            await world.Rig.Run();
            await world.EndsWell();
        }
    }

    // Crashes anywhere, two senders at once, recipients who join and choose, mailboxes that come and go, a pace that cuts runs, a mailbox
    // that throttles, a clock that moves, events that come while a mail is under way.
    [Fact]
    public void Whatever_happens_each_mail_goes_once() => Prop.ForAll(
        Gen.ListOf(Gen.Zip(
            Gen.Elements("grow", "confirm", "join", "ask", "ask", "run", "crash", "stall", "throttle", "wait", "staff", "choose", "days"),
            Gen.Choose(1, 9))).ToArbitrary(),
        steps =>
        {
            var world = new OutboxWorld(new(3, TimeSpan.FromMinutes(1)));
            foreach (var (what, size) in steps)
                world.Do(what, size);
            world.EndsWell().GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    // As many lasting things as there are until all of it is sent.
    private const int Places = 100;

    private static OutboxWorld Owing(bool lists = true)
    {
        var world = new OutboxWorld(lists: lists);
        world.Rig.Register.Grow(2);
        world.AskAll();
        return world;
    }
}
