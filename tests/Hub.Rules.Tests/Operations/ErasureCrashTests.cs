using Hub.Operations.Erasures;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Intake.Inbox;

namespace Hub.Rules.Tests.Operations;

/// <summary>The process dies at every single place of an erasure, before what it does there and after.</summary>
public sealed class ErasureCrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_process_dies_everything_is_erased_once_and_counted_once(bool done)
    {
        var places = (await Played(0, done)).Places;
        Assert.True(places > 40, $"{places} places");
        for (var place = 1; place <= places; place++)
        {
            var rig = await Played(place, done);

            Assert.Equal((place, ErasureState.Done), (place, rig.Erasures.Only.State));
            Assert.DoesNotContain("Nwosu", rig.Everything, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(8, rig.Erasures.Only.Counts().Values.Sum());
            Assert.Single(rig.Register.Log, e => e.Type == EventType.DataErased);
            Assert.Equal(3, rig.Register.Now.Authorities[Sample.Record].Version);
            Assert.Null(ChainVerifier.Verify(rig.Register.Log, rig.Register.Now.Head));
        }
    }

    [Fact]
    public async Task An_erasure_that_ends_the_process_each_time_stops_and_a_person_is_told()
    {
        var rig = new ErasureRig();
        await rig.Settled();
        await rig.Order(ErasureRig.OfPerson);
        for (var i = 0; i < 7; i++)
        {
            // What it does first after it was taken.
            (rig.Hazard.At, rig.Hazard.Done) = (rig.Hazard.Count + 3, false);
            try
            {
                await rig.Run.Run(default);
            }
            catch (CrashException)
            {
                rig.Hazard.Revive();
            }
            rig.Clock.Advance(TimeSpan.FromHours(7));
        }

        Assert.Equal((ErasureState.Stopped, null), (rig.Erasures.Only.State, rig.Erasures.Only.DueAt));
        Assert.Single(rig.Failures.All.Values, f => f.Reason.Contains("3 times", StringComparison.Ordinal));
        Assert.Single(rig.Failures.All.Values, f => f.Reason.Contains("order it again", StringComparison.Ordinal));
    }

    private static async Task<ErasureRig> Played(int place, bool done)
    {
        var rig = new ErasureRig();
        await rig.Settled();
        await rig.Order(ErasureRig.OfPerson);
        // From here on: what a person does before is a request, which is sent again.
        (rig.Hazard.At, rig.Hazard.Done) = (place == 0 ? 0 : rig.Hazard.Count + place, done);
        var before = rig.Hazard.Count;
        await rig.RunToTheEnd();
        return place == 0 ? Counted(rig, before) : rig;
    }

    private static ErasureRig Counted(ErasureRig rig, int before)
    {
        rig.Places = rig.Hazard.Count - before;
        return rig;
    }
}
