using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Planning;
using Hub.Delivery.Editions.Publishing;
using Hub.InMemory;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Editions;

/// <summary>One person asks, another publishes; whatever happens at the same moment, it is taken back or published, never both.</summary>
public sealed class TwoPersonTests : IDisposable, ISubscriberStore
{
    private static readonly EditionId First = new(2025, 1);
    private readonly MemoryRegister _register = new(Sample.Authority());
    private readonly MemoryEditions _store = new();
    private readonly MemoryPublications _requests = new();
    private readonly ManualClock _clock = new();
    private readonly EditionService _editions;
    private readonly AudiencePlanner _audience;
    private readonly EditionConfirmations _confirmations;
    private readonly TwoPersonPublishing _publishing;

    public TwoPersonTests()
    {
        var choices = new MemoryChoices();
        _editions = new(
            _register, _store, new(_store, new PlainRenderer(), new(new MemoryFailures(), new FixedIdentifiers(), _clock)),
            new(_register, _store), Sample.Data, _clock);
        _audience = new(
            new(_register, this, choices, _clock), choices, new MemoryOutbox(), new SenderAssignment(["hub@hub.example"]),
            new(new MemoryAddresses(), _clock),
            new(SendingPace.Exchange, SendingQuota.Exchange, RetryPolicy.OwnServices, TimeSpan.FromHours(1), DigestTimes.Morning), _clock);
        _confirmations = new(new FixedAccessLinkKey(), _clock);
        _publishing = new(_editions, _audience, _confirmations, _requests, _clock);
    }

    public void Dispose() => _editions.Dispose();

    [Fact]
    public async Task A_second_person_publishes_what_the_first_asked_for_and_the_row_says_who_they_were()
    {
        var asked = Assert.IsType<PublicationResult.Asked>(await Ask("amina"));
        Assert.Equal(("amina", "It is time.", Sample.Now), (asked.Request.By, asked.Request.Reason, asked.Request.AskedAt));
        Assert.Equal(First, Assert.Single(await _publishing.Waiting(default)).Edition);
        Assert.Null(await _editions.Find(First, default));

        Assert.Equal(First, Assert.IsType<PublicationResult.Frozen>(await Publish("boris")).Edition.Id);
        Assert.NotNull(await _editions.Find(First, default));
        Assert.Empty(await _publishing.Waiting(default));
        var done = (await _publishing.Last(First, default))!;
        Assert.Equal(("amina", "boris", Sample.Now), (done.By, done.PublishedBy, done.PublishedAt));
    }

    [Fact]
    public async Task Whoever_asked_is_not_the_second_person_and_without_a_first_there_is_no_second()
    {
        Assert.Equal(PublicationRefusal.NobodyAsks, Why(await Publish("boris")));
        await Ask("amina");
        Assert.Equal(PublicationRefusal.SamePerson, Why(await Publish("amina")));
        Assert.Null(await _editions.Find(First, default));
    }

    [Theory]
    [InlineData("2025/2")]
    [InlineData("yes")]
    [InlineData("")]
    [InlineData(null)]
    public async Task The_name_is_typed_as_it_is(string? typed)
    {
        await Ask("amina");
        Assert.Equal(PublicationRefusal.OtherName, Why(await Publish("boris", typed)));
        Assert.Null(await _editions.Find(First, default));
        Assert.IsType<PublicationResult.Frozen>(await Publish("boris", " 2025/1 "));
    }

    [Fact]
    public async Task Both_have_seen_the_plan_as_it_is()
    {
        Assert.Equal(PublicationRefusal.NoPlan, Why(await Ask("amina", plan: "")));
        var seen = await Plan();
        _clock.Advance(EditionConfirmations.Lifetime);
        Assert.Equal(PublicationRefusal.OldPlan, Why(await Ask("amina", plan: seen)));
        await Ask("amina");
        Assert.Equal(PublicationRefusal.NoPlan, Why(await Publish("boris", plan: "")));
        var before = await Plan();
        _clock.Now = Sample.Now.AddDays(1);
        Assert.Equal(PublicationRefusal.OldPlan, Why(await Publish("boris", plan: before)));
        Assert.Equal(PublicationRefusal.OtherPlan, Why(await Publish("boris", plan: "99999999999.x")));
        Assert.Null(await _editions.Find(First, default));
        Assert.Null((await _publishing.Last(First, default))!.PublishedBy);
    }

    [Fact]
    public async Task Asked_twice_it_is_one_request_and_another_person_does_not_take_it_over()
    {
        await Ask("amina");
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(Sample.Now, Assert.IsType<PublicationResult.Asked>(await Ask("amina")).Request.AskedAt);
        Assert.Equal(new PublicationResult.Refused(PublicationRefusal.AskedByAnother, "amina"), await Ask("boris"));
        Assert.Equal("A better reason.", Assert.IsType<PublicationResult.Asked>(await Ask("amina", "A better reason.")).Request.Reason);
    }

    [Fact]
    public async Task A_request_counts_for_three_days_and_then_anybody_asks_anew()
    {
        await Ask("amina");
        _clock.Now = Sample.Now + PublicationRequest.Lifetime - TimeSpan.FromMinutes(1);
        Assert.NotNull(await _publishing.Open(First, default));
        _clock.Now = Sample.Now + PublicationRequest.Lifetime;
        Assert.Null(await _publishing.Open(First, default));
        Assert.Equal(PublicationRefusal.NobodyAsks, Why(await Publish("boris")));
        Assert.Equal("boris", Assert.IsType<PublicationResult.Asked>(await Ask("boris")).Request.By);
    }

    [Fact]
    public async Task Whoever_asked_takes_it_back_and_nobody_else_does()
    {
        Assert.Equal(PublicationRefusal.NobodyAsks, Why(await _publishing.TakeBack(First, "amina", default)));
        await Ask("amina");
        Assert.Equal(PublicationRefusal.NotTheirs, Why(await _publishing.TakeBack(First, "boris", default)));
        Assert.IsType<PublicationResult.TakenBack>(await _publishing.TakeBack(First, "amina", default));
        Assert.IsType<PublicationResult.TakenBack>(await _publishing.TakeBack(First, "amina", default));
        Assert.Equal(PublicationRefusal.NobodyAsks, Why(await Publish("boris")));
        Assert.IsType<PublicationResult.Asked>(await Ask("boris"));
    }

    [Fact]
    public async Task Taken_back_while_it_is_published_it_is_not_published()
    {
        await Ask("amina");
        _requests.BeforeNextSave = async () =>
            Assert.IsType<PublicationResult.TakenBack>(await _publishing.TakeBack(First, "amina", default));
        Assert.Equal(PublicationRefusal.NobodyAsks, Why(await Publish("boris")));
        Assert.Null(await _editions.Find(First, default));
    }

    [Fact]
    public async Task Published_while_it_is_taken_back_it_is_not_taken_back()
    {
        await Ask("amina");
        _requests.BeforeNextSave = async () => Assert.IsType<PublicationResult.Frozen>(await Publish("boris"));
        Assert.Equal(PublicationRefusal.AlreadyFrozen, Why(await _publishing.TakeBack(First, "amina", default)));
        Assert.Null((await _publishing.Last(First, default))!.TakenBackAt);
    }

    [Fact]
    public async Task Two_who_ask_at_the_same_moment_are_one_who_asks_and_one_who_is_told()
    {
        _requests.BeforeNextSave = async () => Assert.IsType<PublicationResult.Asked>(await Ask("boris"));
        Assert.Equal(PublicationRefusal.AskedByAnother, Why(await Ask("amina")));
        Assert.Equal("boris", (await _publishing.Open(First, default))!.By);
    }

    [Fact]
    public async Task Sent_twice_or_after_a_crash_between_row_and_freezing_it_is_frozen_once()
    {
        await Ask("amina");
        _store.WritesUntilCrash = 0;
        await Assert.ThrowsAsync<IOException>(() => Publish("boris"));
        _store.WritesUntilCrash = null;
        Assert.Equal(PublicationRefusal.AlreadyFrozen, Why(await _publishing.TakeBack(First, "amina", default)));
        Assert.IsType<PublicationResult.Frozen>(await Publish("boris"));
        var first = (await _editions.Find(First, default))!.ToBytes();
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(first, Assert.IsType<PublicationResult.Frozen>(await Publish("boris")).Edition.ToBytes());
        Assert.Equal(PublicationRefusal.AlreadyFrozen, Why(await Ask("clara")));
    }

    [Fact]
    public async Task What_cannot_be_made_is_not_asked_for()
    {
        var refused = Assert.IsType<PublicationResult.Refused>(
            await _publishing.Ask(new(First with { Kind = EditionKind.Addendum, Number = 1 }), "amina", "why", null, default));
        Assert.Equal(PublicationRefusal.CannotBeMade, refused.Why);
        Assert.Equal(EditionObstacle.NothingToAddTo, refused.Edition?.Obstacle);
    }

    [Fact]
    public async Task The_editions_that_may_come_next_can_be_made()
    {
        Assert.Equal([First], await _editions.Next(default));
        await Ask("amina");
        await Publish("boris");
        await _editions.Publish(First, default);
        Assert.Equal(["2025/1/add.1", "2025/1/rev.1"], (await _editions.Next(default)).Select(e => e.ToString()));
        foreach (var next in await _editions.Next(default))
            Assert.IsType<EditionResult.Begun>(
                await _editions.Prepare(new(next, next.Kind == EditionKind.Revision ? "why" : null), default));
        _clock.Now = Sample.Now.AddMonths(6);
        Assert.Equal(new EditionId(2025, 2), (await _editions.Next(default))[0]);
    }

    Task<IReadOnlyList<Recipient>> ISubscriberStore.List(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Recipient>>([]);

    Task<bool> ISubscriberStore.Save(Recipient recipient, Recipient? before, CancellationToken cancel) =>
        throw new NotSupportedException();

    private static PublicationRefusal Why(PublicationResult result) => Assert.IsType<PublicationResult.Refused>(result).Why;

    private async Task<PublicationResult> Ask(string by, string reason = "It is time.", string? plan = null) =>
        await _publishing.Ask(new(First), by, reason, plan ?? await Plan(), default);

    private async Task<PublicationResult> Publish(string by, string? typed = "2025/1", string? plan = null) =>
        await _publishing.Publish(First, by, typed, plan ?? await Plan(), default);

    private async Task<string> Plan()
    {
        var prepared = await _editions.Prepare(new(First), default) as EditionResult.Begun;
        return prepared is null ? "" : (await _confirmations.Issue(prepared.Edition, await _audience.Find(default), default)).Token;
    }
}
