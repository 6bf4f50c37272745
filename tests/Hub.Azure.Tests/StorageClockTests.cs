using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Azure.Tests;

/// <summary>A machine whose clock is wrong goes by storage's.</summary>
public sealed class StorageClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Precision = TimeSpan.FromSeconds(2);
    private readonly FakeTimeProvider _machine = new(Start);
    private DateTimeOffset _true = Start;
    private readonly StorageClock _clock;

    public StorageClockTests() => _clock = new(_machine);

    [Fact]
    public void A_clock_that_is_right_is_never_put_right_however_long_responses_take() =>
        Prop.ForAll(Gen.Choose(0, 20_000).ListOf(20).ToArbitrary(), delays =>
        {
            foreach (var delay in delays)
                Respond(TimeSpan.FromMilliseconds(delay / 2.0), TimeSpan.FromMilliseconds(delay / 2.0));
            return _clock.MachineAhead == TimeSpan.Zero;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_clock_that_is_wrong_is_put_right_by_one_response_and_stays_so() =>
        Prop.ForAll(Gen.Choose(-90_000, 90_000).Where(s => Math.Abs(s) > 5).ToArbitrary(), wrongBy =>
        {
            Set(TimeSpan.FromSeconds(wrongBy));
            Respond(TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(4));
            var first = _clock.MachineAhead;
            for (var i = 0; i < 50; i++)
                Respond(TimeSpan.FromMilliseconds(3 + 17 * i), TimeSpan.FromMilliseconds(4 + 300 * i));
            return (_clock.GetUtcNow() - _true).Duration() <= Precision && _clock.MachineAhead == first;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_machine_that_is_put_right_itself_is_gone_by_again()
    {
        Set(TimeSpan.FromMinutes(10));
        Respond(default, default);
        Set(TimeSpan.Zero);
        Respond(default, default);
        Assert.Equal(TimeSpan.Zero, _clock.MachineAhead);
    }

    // A process that was stopped for minutes finds a response that was there long before.
    [Fact]
    public void A_response_that_was_received_minutes_after_it_was_asked_for_changes_nothing()
    {
        Set(TimeSpan.FromMinutes(-7));
        Respond(default, default);
        var before = _clock.MachineAhead;
        Respond(TimeSpan.FromMilliseconds(5), TimeSpan.FromMinutes(4));
        Assert.Equal(before, _clock.MachineAhead);
    }

    private void Set(TimeSpan ahead)
    {
        _machine.AutoAdvanceAmount = TimeSpan.Zero;
        _machine.AdjustTime(_true + ahead);
    }

    private void Respond(TimeSpan there, TimeSpan back)
    {
        var sent = _machine.GetUtcNow();
        Pass(there);
        var date = new DateTimeOffset(_true.UtcTicks - (_true.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        Pass(back);
        _clock.Compare(sent, _machine.GetUtcNow(), date);
    }

    private void Pass(TimeSpan time)
    {
        _true += time;
        _machine.Advance(time);
    }
}
