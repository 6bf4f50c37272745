using System.Collections.Concurrent;
using Hub.Core.Channels;
using Hub.Core.Channels.Links;
using Hub.Core.Networks;
using Hub.Core.Register;
using Hub.Core.States;
using Hub.Core.Tests.Builders;

namespace Hub.Core.Tests.Channels;

public class LinksChannelTests
{
    private readonly MemoryRegister _register = new();
    private readonly MemoryCursors _cursors = new();
    private readonly ManualClock _clock = new();
    private readonly FakePages _pages = new();

    [Fact]
    public async Task The_first_round_puts_every_page_and_later_ones_those_that_changed()
    {
        Join("wacap");
        await Run();
        Assert.Equal(_pages.All.Order(StringComparer.Ordinal), _pages.Put.Keys.Order(StringComparer.Ordinal));
        _pages.Put.Clear();
        Join("ejn");
        await Run();
        Assert.Equal(["touched/ejn/XAA"], _pages.Put.Keys);
    }

    [Fact]
    public async Task What_touches_no_network_puts_no_page()
    {
        Join("wacap");
        await Run();
        _pages.Put.Clear();
        _register.Grow();
        await Run();
        Assert.Empty(_pages.Put);
        Assert.Equal(_register.Now.Head.Sequence, (await Cursor()).Position);
    }

    [Fact]
    public async Task A_round_that_was_cut_off_goes_on_after_its_last_step()
    {
        Join("wacap");
        _pages.FailAt = _pages.All.Order(StringComparer.Ordinal).ElementAt(150);
        await Assert.ThrowsAnyAsync<Exception>(Run);
        Assert.Equal(0, (await Cursor()).Position);
        var before = _pages.Renders;
        (_pages.FailAt, _clock.Now) = (null, _clock.Now.AddMinutes(2));
        await Run();
        Assert.Equal(_pages.All.Count, _pages.Put.Count);
        Assert.InRange(_pages.Renders - before, 1, _pages.All.Count - 100);
    }

    private void Join(string network) => _register.Change(new Change.SetMembership(
        new(network, Sample.State, MembershipRole.Member, null, null, "test", Confidence.High, null)));

    private async Task<Cursor> Cursor() => (await _cursors.Find(LinksChannel.ChannelName, LinksChannel.CursorName, default))!;

    private async Task Run()
    {
        await _cursors.Create(new() { Channel = LinksChannel.ChannelName, Name = LinksChannel.CursorName }, default);
        var channel = new LinksChannel(_register, _pages, _pages, Sample.Data.Networks, Sample.Data.States, _clock);
        await new CursorRunner(_cursors, _register, new FixedIdentifiers(), _clock).Run(channel, LinksChannel.CursorName, default);
    }

    private sealed class FakePages : INetworkPages, IPageStore
    {
        private int _renders;

        public IReadOnlyList<string> All { get; } = [.. Enumerable.Range(0, 250).Select(i => $"page-{i}")];

        public ConcurrentDictionary<string, Page> Put { get; } = [];

        public string? FailAt { get; set; }

        public int Renders => _renders;

        public IEnumerable<string> Paths(
            NetworkDirectory directory, IReadOnlyCollection<string>? networks, IReadOnlyCollection<StateCode>? states) =>
            networks is null ? All : [$"touched/{string.Join('+', networks)}/{string.Join('+', states!)}"];

        public Page? Render(string path, NetworkDirectory directory)
        {
            Interlocked.Increment(ref _renders);
            return path == FailAt ? throw new IOException("The page cannot be put.") : new(path, "text/plain", ReadOnlyMemory<byte>.Empty);
        }

        Task IPageStore.Put(Page page, CancellationToken cancel)
        {
            Put[page.Path] = page;
            return Task.CompletedTask;
        }
    }
}
