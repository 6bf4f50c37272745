using FsCheck;
using FsCheck.Fluent;
using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Mail;

/// <summary>I4: whatever happens, each reader is told of each event once.</summary>
public sealed class MailModelTests
{
    private static readonly string[][] Mailboxes = [["mailbox"], ["mailbox", "second"], ["second"], ["second", "third", "mailbox"]];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Wherever_it_crashes_everybody_is_told_once(bool lists)
    {
        for (var crash = 1; crash <= 30; crash++)
        {
            var rig = new MailRig { Lists = lists };
            foreach (var id in new[] { "a", "b", "c" })
                rig.Subscribe(id);
            rig.Register.Grow(2);
            rig.CrashAt = crash;
            await rig.Run();
            rig.Register.Grow();
            await rig.Finish();
            rig.AssertEverybodyWasToldOnce();
        }
    }

    // I4 against a model: crashes anywhere, readers who join at any time, a pace that cuts rounds, a mailbox that throttles.
    [Fact]
    public void Whatever_happens_everybody_is_told_once() => Prop.ForAll(
        Gen.ListOf(Gen.Zip(
            Gen.Elements("grow", "confirm", "join", "run", "crash", "throttle", "wait", "staff", "choose", "day"), Gen.Choose(1, 9)))
            .ToArbitrary(),
        steps =>
        {
            var rig = new MailRig(Sample.Withdrawn())
            {
                Pace = new(3, TimeSpan.FromMinutes(1)),
            };
            rig.Subscribe("m");
            rig.Subscribe("n");
            foreach (var (what, size) in steps)
                Do(rig, what, size);
            rig.Staff("mailbox", "third");
            rig.Finish().GetAwaiter().GetResult();
            rig.AssertEverybodyWasToldOnce();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void Do(MailRig rig, string what, int size)
    {
        switch (what)
        {
            case "grow":
                rig.Register.Grow(size);
                break;
            case "confirm":
                rig.Register.Change(new Change.Confirm(Sample.Record));
                break;
            case "join":
                rig.Subscribe($"{(char)('a' + (2 * size))}{rig.Readers}");
                break;
            case "staff":
                rig.CrashAt = size % 6;
                rig.Staff(Mailboxes[size % Mailboxes.Length]);
                rig.CrashAt = 0;
                break;
            case "choose":
                rig.Choose(size % 2 == 0 ? "m" : "n", (Cadence)(size % 3));
                break;
            case "day":
                rig.Clock.Advance(TimeSpan.FromDays(size));
                break;
            case "wait":
                rig.Clock.Advance(TimeSpan.FromSeconds(10 * size));
                break;
            default:
                rig.Answer = what == "throttle" ? _ => new(Failure.Overloaded, "HTTP 429") : _ => null;
                rig.CrashAt = what == "crash" ? size : 0;
                rig.Run(rig.Cursors[size % rig.Cursors.Count].Name).GetAwaiter().GetResult();
                rig.CrashAt = 0;
                rig.Answer = _ => null;
                break;
        }
    }
}
