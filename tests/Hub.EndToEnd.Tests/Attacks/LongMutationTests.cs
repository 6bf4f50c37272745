using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Xunit.Abstractions;

namespace Hub.EndToEnd.Tests.Attacks;

/// <summary>I11 with a thousand changed inputs, and a hub of its own.</summary>
public sealed class LongMutationTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task A_thousand_changed_notices_files_and_mails_leave_the_hub_as_it_was_and_a_good_one_behind_each_hundred_is_dealt_with()
    {
        await using var hub = await RunningHub.Start(new LocalHubOptions { Speed = 600 });
        await Mutating.Run(hub, seed: 20261129, rounds: 10, output);
    }
}
