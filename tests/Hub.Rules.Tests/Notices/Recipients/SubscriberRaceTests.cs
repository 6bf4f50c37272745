using Hub.InMemory;
using Hub.Notices.Recipients;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Notices.Recipients;

/// <summary>Two people set missions at the same moment.</summary>
public sealed class SubscriberRaceTests : ISubscriberStore
{
    private static readonly SubscriberDraft One = new(Sample.State, "one@arvenia.example", Language.English, "One");
    private static readonly SubscriberDraft Two = new(Sample.State, "two@arvenia.example", Language.French, "Two");
    private readonly MemorySubscribers _kept = new();
    private readonly SubscriberService _service;
    private Func<Task>? _meanwhile;

    public SubscriberRaceTests()
    {
        var (register, clock) = (new MemoryRegister(), new ManualClock());
        _service = new(this, new(register, this, new MemoryChoices(), clock), register, new StateCatalog(true), clock);
    }

    [Fact]
    public async Task Two_offices_of_a_State_that_are_added_at_once_are_two()
    {
        _meanwhile = async () => Saved(await _service.Add(Two, "boris", default));
        var one = Saved(await _service.Add(One, "anna", default));
        Assert.Equal(("mission-XAA-2", One.Address), (one.Id, one.Address));
        Assert.Equal([Two.Address, One.Address], _kept.All.Select(r => r.Address));
    }

    [Fact]
    public async Task One_that_is_added_twice_at_once_is_one()
    {
        _meanwhile = async () => Saved(await _service.Add(One, "anna", default));
        Assert.Equal("mission-XAA", Saved(await _service.Add(One, "anna", default)).Id);
        Assert.Single(_kept.All);
    }

    [Theory]
    [InlineData("authority-record-1")]
    [InlineData("Authority-record-1")]
    [InlineData("partner:wacap")]
    [InlineData("partner-wacap")]
    [InlineData("../mission")]
    [InlineData("")]
    [InlineData("mission XAA")]
    public async Task Nobody_is_set_under_an_id_that_is_a_records_or_a_partners(string id)
    {
        Assert.IsType<SubscriberResult.Wrong>(await _service.Save(id, One, "anna", default));
        Assert.Empty(_kept.All);
    }

    [Fact]
    public async Task What_a_colleague_set_since_it_was_seen_stays()
    {
        var seen = Saved(await _service.Add(One, "anna", default));
        _meanwhile = async () => Saved(await _service.Save(seen.Id, Two, "boris", default));
        Assert.IsType<SubscriberResult.Moved>(await _service.Save(seen.Id, One with { Name = "Anna's" }, "anna", default, seen));
        Assert.Equal(Two.Name, _kept.All.Single().Name);
        Assert.IsType<SubscriberResult.Moved>(await _service.Save(seen.Id, One with { Name = "Anna's" }, "anna", default, seen));
        Assert.Equal(Two.Name, _kept.All.Single().Name);
    }

    [Fact]
    public async Task Of_two_programs_the_later_ones_word_counts_and_both_are_known_to_have_set_it()
    {
        var seen = Saved(await _service.Add(One, "anna", default));
        _meanwhile = async () => Saved(await _service.Save(seen.Id, Two, "boris", default));
        Saved(await _service.Save(seen.Id, One with { Address = "three@arvenia.example" }, "carla", default));
        var kept = _kept.All.Single();
        Assert.Equal("three@arvenia.example", kept.Address);
        Assert.Equal(["anna", "boris", "carla"], kept.Setters!.Select(s => s.By));
    }

    [Fact]
    public async Task Of_a_table_everything_is_set_but_what_somebody_set_meanwhile()
    {
        var first = Saved(await _service.Add(One, "anna", default));
        var second = Saved(await _service.Add(Two, "anna", default));
        var all = await _service.List(default);
        await _service.Save(first.Id, One with { Name = "Boris's" }, "boris", default);
        var results = await _service.SaveAll(
            [(first.Id, One with { Name = "A" }), (second.Id, Two with { Name = "B" }), ("new", Two with { Address = "no address" })], all,
            "anna", default);
        Assert.Equal(["Moved", "Saved", "Wrong"], results.Select(r => r.GetType().Name));
        Assert.Equal(["Boris's", "B"], _kept.All.Select(r => r.Name));
    }

    Task<IReadOnlyList<Recipient>> ISubscriberStore.List(CancellationToken cancel) => _kept.List(cancel);

    async Task<bool> ISubscriberStore.Save(Recipient recipient, Recipient? before, CancellationToken cancel)
    {
        if (Interlocked.Exchange(ref _meanwhile, null) is { } meanwhile)
            await meanwhile();
        return await _kept.Save(recipient, before, cancel);
    }

    private static Recipient Saved(SubscriberResult result) => Assert.IsType<SubscriberResult.Saved>(result).Recipient;
}
