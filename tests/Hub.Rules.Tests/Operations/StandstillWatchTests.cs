using System.Text.Json;
using Hub.Delivery.Editions;
using Hub.Delivery.NetworkPages;
using Hub.Delivery.Outbox;
using Hub.Delivery.Webhooks;
using Hub.InMemory;
using Hub.Intake.Inbox.Channel;
using Hub.Notices;
using Hub.Operations.Standstill;
using Hub.Register.Json;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Failures;
using Hub.Work.Runner;
using Hub.Work.Watching;

namespace Hub.Rules.Tests.Operations;

/// <summary>Health says what stands still, since when, and what to do; and nothing that not everybody may know.</summary>
public sealed class StandstillWatchTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly MemoryRegister _register = new(Sample.Authority());
    private readonly MemoryCursors _cursors = new();
    private readonly MemoryEditions _editions = new() { Now = Sample.Now };
    private readonly MemoryNotices _notices = new();
    private readonly MemoryWorks _works = new();
    private readonly MemoryFailures _failures = new();
    private readonly EditionService _desk;
    private readonly StandstillWatch _watch;

    public StandstillWatchTests()
    {
        var files = new EditionFileSet(_editions, new PlainRenderer(), new(new MemoryFailures(), new FixedIdentifiers(), _clock));
        var outcomes = new EditionOutcomes(_register, _editions);
        _desk = new(_register, _editions, files, outcomes, Sample.Data, _clock);
        _watch = new(
            new(_cursors, new MemoryOutbox(), new([]), _register, _clock), new(outcomes, _editions, _clock), _notices, _works,
            _failures, _clock);
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Where_all_goes_on_nothing_is_said() => Assert.Empty(await _watch.Look(default));

    [Fact]
    public async Task An_edition_that_is_frozen_and_not_published_is_told_after_half_an_hour_until_it_is_dropped()
    {
        await _desk.Begin(new(), default);
        _clock.Advance(StandstillLimits.Default.Editions);
        Assert.Empty(await _watch.Look(default));
        _clock.Advance(TimeSpan.FromMinutes(1));
        var told = Assert.Single(await _watch.Look(default));
        Assert.Equal((1, Sample.Now), (told.Count, told.Since));
        Assert.Contains("drop", told.Do, StringComparison.Ordinal);
        Assert.DoesNotContain("2025", JsonSerializer.Serialize(told with { Since = null }, HubJson.Public), StringComparison.Ordinal);
        await _desk.Drop(new(2025, 1), "Reviewer", "It is wrong.", default);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await _watch.Look(default));
    }

    [Fact]
    public async Task A_mailbox_that_is_read_is_not_late_by_the_measure_of_the_log()
    {
        _register.Grow();
        Put(InboxChannel.ChannelName, c => c);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await _watch.Look(default));
    }

    [Theory]
    [InlineData(MailChannel.ChannelName, "Changes")]
    [InlineData(OutboxSender.ChannelName, "Mails wait")]
    [InlineData(WebhookChannel.ChannelName, "Messages to partners")]
    [InlineData(NetworkPagesChannel.ChannelName, "network pages")]
    [InlineData(InboxChannel.ChannelName, "A mailbox that notices come to")]
    public async Task A_channel_that_does_not_move_is_told_without_the_name_of_its_receiver(string channel, string what)
    {
        _register.Grow();
        Put(channel, c => c with { BrokenSince = _clock.Now.AddMinutes(-20) });
        var told = Assert.Single(await _watch.Look(default));
        Assert.Contains(what, told.What, StringComparison.Ordinal);
        Assert.Equal(_clock.Now.AddMinutes(-20), told.Since);
        Assert.DoesNotContain("one@", JsonSerializer.Serialize(told, HubJson.Public), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_that_were_set_aside_are_told_for_a_day_or_until_they_are_retried()
    {
        var aside = DeadLetter.New(OutboxSender.ChannelName, "m:1-1", "It was set aside.", _clock.Now, new FixedIdentifiers());
        await _failures.Save(aside, default);
        var told = Assert.Single(await _watch.Look(default));
        Assert.DoesNotContain("m:1-1", JsonSerializer.Serialize(told, HubJson.Public), StringComparison.Ordinal);
        await _failures.Save(aside with { RetriedAt = _clock.Now }, default);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await _watch.Look(default));
        await _failures.Save(aside, default);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await _watch.Look(default));
    }

    [Fact]
    public async Task A_partner_that_does_not_answer_is_no_standstill_of_the_hub()
    {
        _register.Grow();
        Put(
            WebhookChannel.ChannelName,
            c => c with { FailingSince = _clock.Now.AddDays(-1), Attempts = 9, DueAt = _clock.Now.AddHours(1) });
        Assert.Empty(await _watch.Look(default));
    }

    [Fact]
    public async Task Notices_and_documents_that_nobody_takes_up_are_counted_and_told()
    {
        var due = Sample.Now.AddMinutes(-45);
        foreach (var id in new[] { "XAA-1", "XAA-2" })
            _notices.Put(new()
            {
                Id = id, State = Sample.State, Sender = Callers.Mission, ReceivedAt = Sample.Now, Status = NoticeStatus.Received,
                Form = [], DueAt = id == "XAA-1" ? due : due.AddMinutes(5),
            });
        await _works.Add(new() { Notice = "XAA-1", N = 1, DueAt = due }, default);
        Assert.Equal([(2, (DateTimeOffset?)due), (1, due)], (await _watch.Look(default)).Select(s => (s.Count, s.Since)));
    }

    [Fact]
    public async Task Asked_again_and_again_it_does_not_ask_the_tables_each_time()
    {
        Assert.Empty(await _watch.Look(default));
        _register.Grow();
        Put(MailChannel.ChannelName, c => c with { BrokenSince = _clock.Now.AddMinutes(-20) });
        Assert.Empty(await _watch.Look(default));
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Single(await _watch.Look(default));
    }

    private void Put(string channel, Func<Cursor, Cursor> change) =>
        _cursors.Put(change(new Cursor { Channel = channel, Name = "one@hub.example" }));
}
