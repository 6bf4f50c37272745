using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Attacks;

/// <summary>
/// I11: thirty inputs made to kill, hang or bloat a reader, one after the other into one hub, which answers the good ones behind.
/// </summary>
[Collection(SharedHubCollection.Name)]
public sealed class HostileInputTests(SharedHub shared)
{
    private const string State = "SEN";

    [Fact]
    public async Task Thirty_hostile_notices_files_and_mails_get_their_replies_and_the_good_ones_behind_theirs()
    {
        var mission = await shared.Hub.Mission(State);
        var attack = new Attack(shared.Hub, await shared.Hub.Office(State), State, mission);
        await using var watch = new ProcessWatch(shared.Hub);
        var inputs = HostileInputs.Of(State, mission);
        Assert.InRange(inputs.Count, 30, 40);
        await attack.Begin();

        await attack.Send(inputs);
        await attack.GoodOnesBehindAreDealtWith("hostile");
        await attack.EachIsDealtWith();

        watch.FunctionsAreTheSame();
        Assert.InRange(watch.Readers, 1, ProcessWatch.MostMemory);
    }
}
