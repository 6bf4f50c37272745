using Hub.Notices.Recipients;

namespace Hub.Rules.Tests.Delivery.Bounces;

public sealed class PassingBounceTests : BounceCase
{
    [Fact]
    public async Task Passing_failures_stop_the_address_after_the_third_mail_V26()
    {
        for (var mail = 0; mail < 3; mail++)
        {
            await Told();
            await Record("a", "5.2.2");
            await Record("a", "5.2.2");
        }
        await Told();
        Assert.Equal(3, Sequences("a").Count());
        Assert.Single(await Concerns(), c => c.Cause.Status == "5.2.2");
    }

    [Fact]
    public async Task Passing_failures_of_long_ago_count_no_more()
    {
        for (var mail = 0; mail < 4; mail++)
        {
            await Told();
            await Record("a", "4.4.7");
            _rig.Clock.Now += BouncePolicy.Memory / 2;
        }
        Assert.Empty(await Concerns());
        Assert.Equal(4, Sequences("a").Count());
    }
}
