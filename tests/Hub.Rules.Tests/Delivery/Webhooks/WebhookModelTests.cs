using FsCheck;
using FsCheck.Fluent;
using Hub.Delivery.Webhooks;
using Hub.Notices.Access;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Webhooks;

/// <summary>
/// I3 and I5 against a model: commits, crashes, outages, rotations, replays and changes in any order, on a clock of days.
/// </summary>
public sealed class WebhookModelTests
{
    private static readonly string[] Deeds =
        [
            "grow", "run", "run", "crash-before", "crash-after", "crash-sending", "down", "down", "overloaded", "gone",
            "wait", "wait-days", "rotate", "replay", "pause", "resume", "revoke", "return", "slow", "no-key",
        ];

    private static readonly Arbitrary<IList<(string What, int Size)>> Lives =
        Gen.ListOf(Gen.Zip(Gen.Elements(Deeds), Gen.Choose(1, 7)))
            .Select(l => (IList<(string, int)>)[.. l.Select(t => (t.Item1, t.Item2))]).ToArbitrary();

    [Fact]
    public void Whatever_happens_every_event_comes_in_order_signed_under_its_own_id() =>
        Prop.ForAll(Lives, Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(120));

    [Fact, Trait("Category", "Long")]
    public void However_long_it_goes_on() => Prop.ForAll(Lives, Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithEndSize(300));

    private static void Holds(IList<(string What, int Size)> life)
    {
        var world = new World();
        foreach (var (what, size) in life)
            world.Do(what, size);
        world.Finish();
        world.AssertAllIsWell();
    }

    private sealed class World
    {
        private readonly WebhookRig _rig =
            new() { Settings = new WebhookSettings("https://hub.example", RetryPolicy.Webhooks) { Rate = 40 } };
        private readonly Queue<Step.Failed> _answers = [];
        private readonly List<(WebhookRequest Request, HashSet<string> Secrets)> _got = [];
        private readonly List<(int At, long After)> _replays = [];
        private int _secrets;
        private int _dieAfter;
        private int _slow;

        public World()
        {
            _rig.Make();
            _rig.Answer = Answer;
        }

        private long Head => _rig.Register.Now.Head.Sequence;

        public void Do(string what, int size)
        {
            var now = _rig.Clock.Now;
            switch (what)
            {
                case "grow":
                    _rig.Register.Grow(size);
                    break;
                case "wait":
                    _rig.Clock.Advance(TimeSpan.FromMinutes(size * size));
                    break;
                case "wait-days":
                    _rig.Clock.Advance(TimeSpan.FromDays(size));
                    break;
                case "down" or "overloaded" or "gone":
                    _answers.Enqueue(new(
                        what switch { "down" => Failure.Transient, "gone" => Failure.Gone, _ => Failure.Overloaded }, what,
                        TimeSpan.FromMinutes(size)));
                    break;
                case "rotate":
                    _rig.Endpoints.Put(_rig.Endpoints["e1"].Rotated(
                        $"whsec_{Convert.ToBase64String(BitConverter.GetBytes(++_secrets))}", now, TimeSpan.FromDays(size)));
                    break;
                case "replay":
                    var after = Math.Min(Head, size);
                    _replays.Add((_got.Count, after));
                    _rig.Cursors.Put(_rig.Cursor with { Position = after, Attempts = 0, FailingSince = null, DueAt = null });
                    break;
                case "pause":
                    _rig.Cursors.Put(_rig.Cursor with { State = CursorState.Paused });
                    break;
                case "resume":
                    _rig.Cursors.Put(_rig.Cursor with { State = CursorState.Active, Attempts = 0, FailingSince = null, DueAt = null });
                    break;
                case "revoke":
                    _rig.Endpoints.PutPartner(new Partner("partner", RevokedAt: now));
                    break;
                case "return":
                    _rig.Endpoints.PutPartner(new Partner("partner"));
                    break;
                case "slow":
                    _slow = size * 100;
                    break;
                case "no-key":
                    _rig.KeyIsAway = size % 2 == 1;
                    break;
                default:
                    Run(what, size);
                    break;
            }
        }

        public void Finish()
        {
            _rig.KeyIsAway = false;
            _answers.Clear();
            Do("return", 0);
            Do("resume", 0);
            for (var i = 0; i < 100 && _rig.Cursor.Position < Head; i++)
            {
                _rig.Clock.Advance(TimeSpan.FromMinutes(2));
                Run("run", 0);
            }
        }

        public void AssertAllIsWell()
        {
            Assert.Equal((Head, CursorState.Active), (_rig.Cursor.Position, _rig.Cursor.State));
            var (from, after) = _replays.LastOrDefault();
            AssertInOrder([.. _got.Skip(from).Select(Sequence)], after);
            Assert.All(_got, g => Assert.Equal(g.Secrets, [.. g.Request.Signature.Split(' ')]));
            Assert.All(
                _got.GroupBy(g => Sequence(g)), g => Assert.Single(g.Select(r => Convert.ToHexString(r.Request.Body.Span)).Distinct()));
        }

        // Since the last replay: none is passed over, and each came by the end.
        private void AssertInOrder(List<long> seen, long after)
        {
            var next = after + 1;
            foreach (var sequence in seen)
            {
                Assert.InRange(sequence, 1, next);
                next = Math.Max(next, sequence + 1);
            }
            Assert.Equal(Head + 1, next);
        }

        private static long Sequence((WebhookRequest Request, HashSet<string> Secrets) got) =>
            long.Parse(got.Request.Id.AsSpan("evt-".Length), System.Globalization.CultureInfo.InvariantCulture);

        private async Task<Step.Failed?> Answer(WebhookRequest request)
        {
            await Task.CompletedTask;
            var secrets = _rig.Endpoints["e1"].SecretsAt(request.Timestamp)
                .Select(s => WebhookSignature.Sign(s, request.Id, request.Timestamp, request.Body.Span));
            _got.Add((request, [.. secrets]));
            _rig.Clock.Advance(TimeSpan.FromMilliseconds(_slow));
            if (--_dieAfter == 0)
                throw new IOException("power cut");
            return _answers.TryDequeue(out var failed) ? failed : null;
        }

        private void Run(string how, int moment)
        {
            var saves = moment;
            var crash = () =>
            {
                if (--saves == 0)
                    throw new IOException("power cut");
            };
            _rig.Cursors.BeforeSave = how == "crash-before" ? crash : () => { };
            _rig.Cursors.AfterSave = how == "crash-after" ? crash : () => { };
            _dieAfter = how == "crash-sending" ? moment : 0;
            try
            {
                _rig.Run().GetAwaiter().GetResult();
            }
            catch (IOException)
            {
                // The process is gone; the next run finds what it left.
            }
        }
    }
}
