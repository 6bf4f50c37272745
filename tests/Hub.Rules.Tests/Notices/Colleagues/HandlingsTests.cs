using Hub.InMemory;
using Hub.Notices.Colleagues;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Colleagues;

/// <summary>What tests use in place of the store does what the store does.</summary>
public sealed class MemoryHandlingsTests : HandlingStoreContract
{
    private protected override IHandlingStore Handlings { get; } = new MemoryHandlings();
}

/// <summary>Colleagues share their work.</summary>
public sealed class HandlingsTests
{
    private readonly MemoryHandlings _store = new();
    private readonly Handlings _desks;

    public HandlingsTests() => _desks = new(_store, new ManualClock());

    [Fact]
    public async Task Who_takes_the_work_has_it_until_it_is_given_back_and_twice_is_once()
    {
        Assert.Equal(HandlingOutcome.Done, await _desks.Take("n", "anna", null, default));
        Assert.Equal(HandlingOutcome.Before, await _desks.Take("n", "anna", null, default));
        Assert.Equal("anna", (await _desks.Holders(default))["n"]);
        Assert.Equal(HandlingOutcome.Done, await _desks.GiveBack("n", "anna", default));
        Assert.Equal(HandlingOutcome.Before, await _desks.GiveBack("n", "anna", default));
        Assert.Empty(await _desks.Holders(default));
        Assert.Equal([HandlingStepKind.Taken, HandlingStepKind.GivenBack], (await _store.Find("n", default)).Steps.Select(s => s.Kind));
    }

    [Fact]
    public async Task A_colleague_takes_it_over_who_saw_whose_it_is_and_nobody_else_does()
    {
        await _desks.Take("n", "anna", null, default);
        Assert.Equal(HandlingOutcome.HeldOtherwise, await _desks.Take("n", "boris", null, default));
        Assert.Equal(HandlingOutcome.TakenOver, await _desks.Take("n", "boris", "anna", default));
        Assert.Equal(HandlingOutcome.HeldOtherwise, await _desks.Take("n", "clara", "anna", default));
        Assert.Equal(HandlingOutcome.HeldOtherwise, await _desks.GiveBack("n", "anna", default));
        Assert.Equal("boris", (await _desks.Holders(default))["n"]);
    }

    [Fact]
    public async Task What_is_decided_is_nobodys_work_any_more_and_its_notes_stay()
    {
        await _desks.Take("n", "anna", null, default);
        await _desks.Note("n", "boris", "Ask the mission first.", default);
        Assert.Equal(HandlingOutcome.Done, await _desks.End("n", default));
        Assert.Equal(HandlingOutcome.Before, await _desks.End("n", default));
        Assert.Empty(await _desks.Holders(default));
        Assert.Contains((await _store.Find("n", default)).Steps, s => s.Text == "Ask the mission first.");
    }

    [Fact]
    public async Task The_same_note_sent_twice_is_one_and_a_hundred_are_all()
    {
        await _desks.Note("n", "anna", "0", default);
        Assert.Equal(HandlingOutcome.Before, await _desks.Note("n", "anna", "0", default));
        for (var i = 1; i < 100; i++)
            Assert.Equal(HandlingOutcome.Done, await _desks.Note("n", "anna", $"{i}", default));
        Assert.Equal(HandlingOutcome.Full, await _desks.Note("n", "anna", "100", default));
        Assert.Equal(100, (await _store.Find("n", default)).Steps.Count);
    }

    [Fact]
    public async Task Who_had_it_is_forgotten_in_the_end_and_no_note_is()
    {
        await _desks.Note("n", "anna", "Ask the mission first.", default);
        for (var i = 0; i < 60; i++)
            await _desks.Take("n", i % 2 == 0 ? "anna" : "boris", i == 0 ? null : i % 2 == 0 ? "boris" : "anna", default);
        var steps = (await _store.Find("n", default)).Steps;
        Assert.Equal((41, HandlingStepKind.Noted), (steps.Count, steps[0].Kind));
    }
}
