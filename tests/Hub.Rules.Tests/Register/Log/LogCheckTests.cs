using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Register.Log;

/// <summary>What came of verifying the log is remembered, with who asked for it.</summary>
public sealed class LogCheckTests : ILogCheckStore
{
    private readonly MemoryRegister _register = new();
    private readonly ManualClock _clock = new();
    private LogCheckRecord? _last;

    private LogChecks Checks => new(_register, this, _clock);

    [Fact]
    public async Task A_whole_log_and_a_broken_one_are_told_apart()
    {
        Assert.Null(await Checks.Last(default));
        _register.Grow(3);
        await Checks.Run("daniel", default);
        Assert.Equal(new(_clock.Now, "daniel", 3, 3, null), await Checks.Last(default));

        _register.Log[1] = _register.Log[1] with { Hash = new('0', 64) };
        var (check, broken) = await Checks.Run(null, default);
        Assert.Equal((new(_clock.Now, null, 1, 3, 2), 2L), (check, broken!.Sequence));
        Assert.Equal(check, await Checks.Last(default));
    }

    Task ILogCheckStore.Save(LogCheckRecord check, CancellationToken cancel)
    {
        _last = check;
        return Task.CompletedTask;
    }

    Task<LogCheckRecord?> ILogCheckStore.Last(CancellationToken cancel) => Task.FromResult(_last);
}
