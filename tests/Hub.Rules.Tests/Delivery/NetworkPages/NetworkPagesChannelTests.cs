using Hub.Delivery.NetworkPages;
using Hub.InMemory;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.NetworkPages;

public class NetworkPagesChannelTests
{
    private readonly MemoryRegister _register = new();
    private readonly MemoryCursors _cursors = new();
    private readonly ManualClock _clock = new();
    private readonly FakePages _pages = new();
    private readonly MemoryPages _store = new();
    private readonly MemoryFailures _failures = new();

    [Fact]
    public async Task The_first_round_puts_every_page_and_later_ones_those_that_changed()
    {
        Join("wacap");
        await Run();
        Assert.Equal(_pages.All.Order(StringComparer.Ordinal), Put().Order(StringComparer.Ordinal));
        _store.Written.Clear();
        Join("ejn");
        await Run();
        Assert.Equal(["touched/ejn/XAA"], Put());
    }

    [Fact]
    public async Task The_style_sheet_is_put_before_every_page_that_names_it()
    {
        Join("wacap");
        _store.FailAt = _pages.Sheet.Path;
        await Assert.ThrowsAnyAsync<Exception>(Run);
        Assert.Empty(_store.Written);
        (_store.FailAt, _clock.Now) = (null, _clock.Now.AddMinutes(2));
        await Run();
        Assert.NotNull(_store.Find(_pages.Sheet.Path));
        Assert.Equal(_pages.All.Count, Put().Count());
    }

    [Fact]
    public async Task What_touches_no_network_puts_no_page()
    {
        Join("wacap");
        await Run();
        _store.Written.Clear();
        _register.Grow();
        await Run();
        Assert.Empty(_store.Written);
        Assert.Equal(_register.Now.Head.Sequence, (await Cursor()).Position);
    }

    [Fact]
    public async Task A_round_that_was_cut_off_goes_on_after_its_last_step()
    {
        Join("wacap");
        _store.FailAt = _pages.All.Order(StringComparer.Ordinal).ElementAt(150);
        await Assert.ThrowsAnyAsync<Exception>(Run);
        Assert.Equal(0, (await Cursor()).Position);
        var before = _pages.Renders;
        (_store.FailAt, _clock.Now) = (null, _clock.Now.AddMinutes(2));
        await Run();
        Assert.Equal(_pages.All.Count, Put().Count());
        Assert.InRange(_pages.Renders - before, 1, _pages.All.Count - 100);
    }

    [Fact]
    public async Task The_day_a_membership_begins_and_the_day_after_it_ends_its_pages_are_put_again()
    {
        Join("wacap");
        Join("ejn", from: Sample.Today.AddDays(10), to: Sample.Today.AddDays(19));
        await Run();
        _store.Written.Clear();
        Assert.Equal(Midnight(10), (await Cursor()).DueAt);
        await RunAt(Midnight(10).AddSeconds(-1));
        Assert.Empty(_store.Written);
        await RunAt(Midnight(10));
        Assert.Equal(["touched/ejn/XAA"], Put());
        _store.Written.Clear();
        Assert.Equal(Midnight(20), (await Cursor()).DueAt);
        await RunAt(Midnight(20));
        Assert.Equal(["touched/ejn/XAA"], Put());
        Assert.Equal((_register.Now.Head.Sequence, null), ((await Cursor()).Position, (await Cursor()).DueAt));
    }

    [Fact]
    public async Task While_it_waits_for_a_day_nothing_wakes_it_but_an_event()
    {
        Join("ejn", from: Sample.Today.AddDays(10));
        await Run();
        _store.Written.Clear();
        var head = _register.Now.Head.Sequence;
        Assert.False((await Cursor()).HasWork(head, _clock.Now));
        Assert.Equal(0, (await Cursor()).Behind(head));
        Join("wacap");
        Assert.True((await Cursor()).HasWork(head + 1, _clock.Now));
        await Run();
        Assert.Equal(["touched/ejn+wacap/XAA"], Put());
        Assert.True((await Cursor()).HasWork(head + 1, Midnight(10)));
    }

    [Fact]
    public async Task An_outage_over_a_day_of_change_is_made_up_for()
    {
        Join("wacap");
        Join("ejn", from: Sample.Today.AddDays(2), to: Sample.Today.AddDays(3));
        await Run();
        _store.Written.Clear();
        _register.Grow();
        await RunAt(Midnight(30));
        Assert.Equal(["touched/ejn/XAA"], Put());
        Assert.Equal(_register.Now.Head.Sequence, (await Cursor()).Position);
    }

    [Fact]
    public async Task A_page_that_cannot_be_made_holds_up_no_other_and_is_on_the_failures_list_once_I11()
    {
        _register.Grow();
        _pages.Unwritable = "page-7";
        await Run();
        Assert.Equal(_pages.All.Except(["page-7"]).Order(), Put().Order());
        Assert.Equal(_register.Now.Head.Sequence, (await Cursor()).Position);
        var task = Assert.Single(_failures.All.Values);
        Assert.Contains("page-7", task.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKER", task.Reason, StringComparison.Ordinal);
    }

    private static DateTimeOffset Midnight(int days) => new(Sample.Today.AddDays(days).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private Task RunAt(DateTimeOffset time)
    {
        _clock.Now = time;
        return Run();
    }

    private void Join(string network, DateOnly? from = null, DateOnly? to = null) => _register.Change(new Change.SetMembership(
        new(network, Sample.State, MembershipRole.Member, from, to, "test", Confidence.High, null)));

    private async Task<Cursor> Cursor() => (await _cursors.Find(NetworkPagesChannel.ChannelName, NetworkPagesChannel.CursorName, default))!;

    private async Task Run()
    {
        await _cursors.Create(new() { Channel = NetworkPagesChannel.ChannelName, Name = NetworkPagesChannel.CursorName }, default);
        var aside = new SetAside(_failures, new FixedIdentifiers(), _clock);
        var channel = new NetworkPagesChannel(
            _register, _pages, _store, Sample.Data.Networks, Sample.Data.States, new(_register), aside, _clock);
        await new CursorRunner(_cursors, _register, aside, new FixedIdentifiers(), _clock)
            .Run(channel, NetworkPagesChannel.CursorName, default);
    }

    private IEnumerable<string> Put() => _store.Written.Keys.Where(path => path != _pages.Sheet.Path);

    private sealed class FakePages : INetworkPages
    {
        private int _renders;

        public Page Sheet { get; } = new("assets/sheet.css", "text/css", ReadOnlyMemory<byte>.Empty);

        public IReadOnlyList<string> All { get; } = [.. Enumerable.Range(0, 250).Select(i => $"page-{i}")];

        public string? Unwritable { get; set; }

        public int Renders => _renders;

        public IEnumerable<string> Paths(
            NetworkDirectory directory, IReadOnlyCollection<string>? networks, IReadOnlyCollection<StateCode>? states) =>
            networks is null ? All : [$"touched/{string.Join('+', networks.Order())}/{string.Join('+', states!)}"];

        public string? Meant(string path, NetworkDirectory directory, Language language) => throw new NotSupportedException();

        public Page Missing(NetworkDirectory directory, Language language) => throw new NotSupportedException();

        public Page? Render(string path, NetworkDirectory directory, PageQuery? query = null)
        {
            Interlocked.Increment(ref _renders);
            return path == Unwritable
                ? throw new ArgumentException("MARKER of the page")
                : new(path, "text/plain", ReadOnlyMemory<byte>.Empty);
        }
    }
}
