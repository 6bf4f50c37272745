using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work;

/// <summary>Attempts: by receiver, page by page, event by event.</summary>
public abstract class DeliveryLogContract
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);

    /// <summary>An empty log.</summary>
    private protected abstract IDeliveryLog Log { get; }

    [Fact]
    public async Task They_are_listed_newest_first_for_each_receiver_apart()
    {
        foreach (var i in new[] { 2, 1, 3 })
            await Log.Add(Attempt("one", i), default);
        await Log.Add(Attempt("two", 9), default);

        Assert.Equal([3, 2, 1], (await Log.List("webhooks", "one", 10, null, default)).Select(a => a.Sequence));
        Assert.Equal(Attempt("two", 9), Assert.Single(await Log.List("webhooks", "two", 10, null, default)));
    }

    [Fact]
    public async Task A_burst_is_kept_whole_and_read_page_by_page()
    {
        await Log.Add(Attempt("one", 0), default);
        await Log.AddAll([.. Enumerable.Range(1, 500).Select(i => Attempt("one", i))], default);
        await Log.AddAll([.. Enumerable.Range(501, 5).Select(i => Attempt("one", i))], default);

        var (seen, last) = (new List<long>(), (Attempt?)null);
        while (await Log.List("webhooks", "one", 30, last, default) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(a => a.Sequence));
            last = page[^1];
        }

        Assert.Equal(Enumerable.Range(0, 506).Reverse().Select(i => (long)i), seen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Attempts_of_one_moment_are_read_page_by_page_the_later_event_first(bool isBurst)
    {
        Attempt[] attempts = [.. Enumerable.Range(1, 5).Select(i => Attempt("one", i) with { At = Now })];
        foreach (var some in isBurst ? [attempts] : attempts.Chunk(1))
            await Log.AddAll(some, default);

        var first = await Log.List("webhooks", "one", 2, null, default);
        var second = await Log.List("webhooks", "one", 9, first[^1], default);

        Assert.Equal([5, 4, 3, 2, 1], first.Concat(second).Select(a => a.Sequence));
    }

    [Fact]
    public async Task The_attempts_of_one_event_are_found()
    {
        await Log.AddAll([Attempt("one", 1), Attempt("one", 2)], default);
        await Log.Add(Attempt("one", 2) with { At = Now.AddDays(1) }, default);
        await Log.Add(Attempt("two", 2), default);

        Assert.Equal([Now.AddDays(1), Now.AddMinutes(2)], (await Log.Of("webhooks", "one", 2, default)).Select(a => a.At));
    }

    [Fact]
    public async Task The_attempts_of_a_channel_since_an_event_are_found_for_all_receivers()
    {
        await Log.AddAll([Attempt("one", 1), Attempt("one", 2), Attempt("one", 3)], default);
        await Log.Add(Attempt("two", 2), default);
        await Log.Add(Attempt("two", 3) with { Channel = "web" }, default);
        await Log.Add(Attempt("two", 3) with { Channel = "webhooks-2" }, default);

        Assert.Equal(
            ["one 2", "one 3", "two 2"], (await Log.Since("webhooks", 2, default)).Select(a => $"{a.Name} {a.Sequence}").Order());
    }

    [Fact]
    public async Task What_came_back_stands_once_beside_its_mail()
    {
        var sent = new Attempt("mail", "followed", "followed:1-1", 1, Now, "delivered", 5) { MessageId = "<1@hub.example>" };
        var back = sent with { At = Now.AddMinutes(1), Outcome = "5.1.1", MessageId = null, Report = new("r", ReportKind.Failed) };
        await Log.Add(sent, default);
        await Log.Add(back, default);
        await Log.Add(back, default);
        Assert.Equal([back, sent], await Log.List("mail", "followed", 10, null, default));
    }

    [Fact]
    public async Task A_receiver_may_have_any_name()
    {
        const string Name = "a\\b#c%2Fd / EJN?";
        await Log.Add(Attempt(Name, 1), default);
        Assert.Single(await Log.List("webhooks", Name, 10, null, default));
        Assert.Single(await Log.Of("webhooks", Name, 1, default));
        Assert.Single(await Log.Since("webhooks", 1, default));
    }

    private static Attempt Attempt(string name, int minute) =>
        new("webhooks", name, $"evt-{minute}", minute, Now.AddMinutes(minute), "delivered", 12);
}
