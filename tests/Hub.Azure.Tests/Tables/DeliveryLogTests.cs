using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Azure.Tests.Tables;

/// <summary>Attempts: by receiver, page by page, event by event.</summary>
[Collection(StorageCollection.Name)]
public sealed class DeliveryLogTests(Storage storage) : IAsyncLifetime
{
    private readonly IDeliveryLog _log = new DeliveryLog(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Deliveries);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task They_are_listed_newest_first_for_each_receiver_apart()
    {
        foreach (var i in new[] { 2, 1, 3 })
            await _log.Add(Attempt("one", i), default);
        await _log.Add(Attempt("two", 9), default);

        Assert.Equal([3, 2, 1], (await _log.List("webhooks", "one", 10, null, default)).Select(a => a.Sequence));
        Assert.Equal(Attempt("two", 9), Assert.Single(await _log.List("webhooks", "two", 10, null, default)));
    }

    [Fact]
    public async Task A_burst_is_kept_whole_and_read_page_by_page()
    {
        await _log.Add(Attempt("one", 0), default);
        await _log.AddAll([.. Enumerable.Range(1, 500).Select(i => Attempt("one", i))], default);
        await _log.AddAll([.. Enumerable.Range(501, 5).Select(i => Attempt("one", i))], default);

        var (seen, last) = (new List<long>(), (Attempt?)null);
        while (await _log.List("webhooks", "one", 30, last, default) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(a => a.Sequence));
            last = page[^1];
        }

        Assert.Equal(Enumerable.Range(0, 506).Reverse().Select(i => (long)i), seen);
    }

    [Fact]
    public async Task The_attempts_of_one_event_are_found()
    {
        await _log.AddAll([Attempt("one", 1), Attempt("one", 2)], default);
        await _log.Add(Attempt("one", 2) with { At = Sample.Now.AddDays(1) }, default);
        await _log.Add(Attempt("two", 2), default);

        Assert.Equal([Sample.Now.AddDays(1), Sample.Now.AddMinutes(2)], (await _log.Of("webhooks", "one", 2, default)).Select(a => a.At));
    }

    private static Attempt Attempt(string name, int minute) =>
        new("webhooks", name, $"evt-{minute}", minute, Sample.Now.AddMinutes(minute), "delivered", 12);
}
