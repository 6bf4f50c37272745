using Hub.Work.Runner;

namespace Hub.Azure.Tests.Webhooks;

public sealed class PrivateReceiverTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("0.0.0.0")]
    [InlineData("localhost")]
    public async Task This_machine_is_reached_by_none_of_its_names_where_that_is_not_allowed(string host)
    {
        await using var receiver = await Receiver.Start(200);

        Assert.Equal(Failure.Transient, (await receiver.Post(host, allowLoopback: false))!.Kind);
        Assert.Equal(0, receiver.Requests);
    }

    [Fact]
    public async Task A_name_that_resolves_to_this_machine_is_reached_where_that_is_allowed()
    {
        await using var receiver = await Receiver.Start(200);

        Assert.Null(await receiver.Post("localhost"));
        Assert.Equal(1, receiver.Requests);
    }

    [Fact]
    public async Task A_private_network_is_not_reached_even_where_this_machine_is()
    {
        await using var receiver = await Receiver.Start(200);

        Assert.Equal(Failure.Transient, (await receiver.Post("10.0.0.1"))!.Kind);
    }

    [Fact]
    public async Task A_failure_does_not_tell_the_address()
    {
        await using var receiver = await Receiver.Start(200);

        Assert.DoesNotContain("10.0.0.1", (await receiver.Post("10.0.0.1"))!.Reason, StringComparison.Ordinal);
    }
}
