using FsCheck;
using FsCheck.Fluent;
using Hub.InMemory;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work;

public sealed class CrashTests
{
    // I3 against a model: the log grows, runs crash just before or just after any save, failures and pauses come between.
    [Fact]
    public void Whatever_crashes_every_event_is_seen_in_order_and_the_head_is_reached() => Prop.ForAll(
        Gen.ListOf(Gen.Zip(Gen.Elements("grow", "run", "crash-before", "crash-after", "fail", "wait"), Gen.Choose(1, 6))).ToArbitrary(),
        steps =>
        {
            var world = new World();
            foreach (var (what, size) in steps)
                world.Do(what, size);
            world.Finish();
            return world.Position == world.Head && InOrder(world.Seen) && world.Seen.Distinct().Count() == world.Head;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    // An event may come again, but none comes before the one it follows.
    private static bool InOrder(List<long> seen)
    {
        var next = 1L;
        foreach (var sequence in seen)
        {
            if (sequence > next)
                return false;
            next = Math.Max(next, sequence + 1);
        }
        return true;
    }

    private sealed class World
    {
        private readonly ManualClock _clock = new();
        private readonly MemoryCursors _cursors = new();
        private readonly MemoryRegister _register = new();
        private readonly FakeChannel _channel = new() { Retries = RetryPolicy.OwnServices };

        public World() => _cursors.Put(new() { Channel = "fake", Name = "one" });

        public long Position => _cursors["fake", "one"].Position;

        public long Head => _register.Now.Head.Sequence;

        public List<long> Seen => _channel.Seen;

        public void Do(string what, int size)
        {
            switch (what)
            {
                case "grow":
                    _register.Grow(size);
                    break;
                case "wait":
                    _clock.Advance(TimeSpan.FromSeconds(20 * size));
                    break;
                case "fail":
                    _channel.Next.Enqueue(new Step.Failed(Failure.Transient, "down"));
                    break;
                default:
                    Run(what, size);
                    break;
            }
        }

        public void Finish()
        {
            for (var i = 0; i < 100 && Position < Head; i++)
            {
                _clock.Advance(TimeSpan.FromHours(25));
                Run("run", 0);
            }
        }

        private void Run(string how, int saves)
        {
            var crash = () =>
            {
                if (--saves == 0)
                    throw new IOException("power cut");
            };
            _cursors.BeforeSave = how == "crash-before" ? crash : () => { };
            _cursors.AfterSave = how == "crash-after" ? crash : () => { };
            try
            {
                new CursorRunner(
                    _cursors, _register, new(new MemoryFailures(), new FixedIdentifiers(), _clock), new FixedIdentifiers(), _clock)
                    .Run(_channel, "one", default).GetAwaiter().GetResult();
            }
            catch (IOException)
            {
                // The process is gone; the next run finds what it left.
            }
        }
    }
}
