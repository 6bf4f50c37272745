using Hub.Notices.Colleagues;

namespace Hub.Rules.Tests.Notices.Colleagues;

/// <summary>Handlings are kept, found, listed where somebody has them, and go.</summary>
public abstract class HandlingStoreContract
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A store that holds nothing yet.</summary>
    private protected abstract IHandlingStore Handlings { get; }

    [Theory]
    [InlineData("SEN-0192d3a4b5c67d7e8f90a1b2c3d4e5f6")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("odd / id? #1")]
    public async Task A_desk_is_empty_until_something_is_done_there_and_then_found_as_it_was_kept(string id)
    {
        Assert.Empty((await Handlings.Find(id, default)).Steps);
        HandlingStep[] steps =
            [new(HandlingStepKind.Taken, "anna", Now, null), new(HandlingStepKind.Noted, "boris", Now, new string('é', 2000))];
        await Handlings.Save(new() { Id = id, Steps = steps }, default);
        var found = await Handlings.Find(id, default);
        Assert.Equal((id, "anna"), (found.Id, found.Holder!.By));
        Assert.Equal(steps, found.Steps);
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_is_told()
    {
        var (one, other) = (await Handlings.Find("a", default), await Handlings.Find("a", default));
        Assert.NotNull(await Handlings.Save(Noted(one, "first"), default));
        Assert.Null(await Handlings.Save(Noted(other, "second"), default));
        var (again, late) = (await Handlings.Find("a", default), await Handlings.Find("a", default));
        var saved = await Handlings.Save(Noted(again, "third"), default);
        Assert.Null(await Handlings.Save(Noted(late, "fourth"), default));
        Assert.NotNull(await Handlings.Save(Noted(saved!, "fifth"), default));
        Assert.Equal(["first", "third", "fifth"], (await Handlings.Find("a", default)).Steps.Select(s => s.Text));
    }

    [Fact]
    public async Task Those_that_somebody_has_are_listed_and_no_others()
    {
        await Handlings.Save(With("taken", HandlingStepKind.Taken), default);
        await Handlings.Save(With("noted", HandlingStepKind.Noted), default);
        await Handlings.Save(With("back", HandlingStepKind.Taken, HandlingStepKind.GivenBack), default);
        await Handlings.Save(With("ended", HandlingStepKind.Taken, HandlingStepKind.Ended), default);
        Assert.Equal(["taken"], (await Handlings.Held(default)).Select(d => d.Id));
        var all = await Handlings.All(default).Select(h => h.Id).ToListAsync();
        Assert.Equal(["back", "ended", "noted", "taken"], all.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_that_is_taken_away_is_empty_again_and_one_that_is_not_there_can_be_taken_away()
    {
        await Handlings.Save(With("a", HandlingStepKind.Taken), default);
        await Handlings.Remove("a", default);
        await Handlings.Remove("a", default);
        await Handlings.Remove("never", default);
        Assert.Empty((await Handlings.Find("a", default)).Steps);
        Assert.Empty(await Handlings.Held(default));
    }

    private static Handling Noted(Handling handling, string text) =>
        handling with { Steps = [.. handling.Steps, new(HandlingStepKind.Noted, "anna", Now, text)] };

    private static Handling With(string id, params HandlingStepKind[] kinds) =>
        new() { Id = id, Steps = [.. kinds.Select(k => new HandlingStep(k, "anna", Now, null))] };
}
