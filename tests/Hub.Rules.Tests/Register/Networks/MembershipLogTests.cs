using FsCheck;
using FsCheck.Fluent;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Register.Networks;

public sealed class MembershipLogTests
{
    private readonly MemoryRegister _register = new();

    [Fact]
    public void Whenever_it_looks_it_has_the_changes_of_memberships_newest_first() => Prop.ForAll(
        Gen.Choose(0, 4).ListOf().Resize(30).ToArbitrary(), steps =>
        {
            var register = new MemoryRegister();
            var log = new MembershipLog(register);
            foreach (var step in steps)
            {
                if (step == 0)
                    Assert.Equal(Expected(register), log.UpTo(register.Now.Head.Sequence, default).Result);
                else if (step == 1)
                    register.Grow();
                else
                    register.Change(new Change.SetMembership(
                        new("wacap", Sample.State, MembershipRole.Member, null, null, "test", Confidence.High, null)));
            }
            Assert.Equal(Expected(register), log.UpTo(register.Now.Head.Sequence, default).Result);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task An_older_look_sees_what_was_there_then()
    {
        var log = new MembershipLog(_register);
        Join();
        var then = _register.Now.Head.Sequence;
        Join();
        Assert.Equal(2, (await log.UpTo(_register.Now.Head.Sequence, default)).Count);
        Assert.Single(await log.UpTo(then, default));
    }

    private void Join() =>
        _register.Change(
            new Change.SetMembership(new("wacap", Sample.State, MembershipRole.Member, null, null, "test", Confidence.High, null)));

    private static List<DirectoryEvent> Expected(MemoryRegister register) =>
        [.. register.Log.Where(e => e.Type == EventType.MembershipChanged).Reverse().Take(MembershipLog.Kept)];
}
