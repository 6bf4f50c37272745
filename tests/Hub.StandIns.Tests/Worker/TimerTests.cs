using Hub.Testing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.StandIns.Tests.Worker;

public class TimerTests : IAsyncLifetime
{
    private const string NewYear = "0 0 0 1 1 *";
    private const string EverySecond = "* * * * * *";

    private readonly Storage _storage = new();

    public Task InitializeAsync() => _storage.InitializeAsync();

    public Task DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task A_timer_ticks_on_its_schedule()
    {
        await using var app = await Start(typeof(Functions), EverySecond);
        await app.Journal.Shows("tick late=False", times: 3);
        Assert.DoesNotContain("tick late=True", app.Journal.Lines);
    }

    [Fact]
    public async Task A_tick_missed_while_the_app_was_down_is_made_up_for_once()
    {
        await (await Started(NewYear)).DisposeAsync();
        await using (var late = await Start(typeof(Functions), NewYear, days: 800))
        {
            await late.Journal.Shows("tick late=True");
            await Eventually.True(async () => (await Status()).Contains(Year(800), StringComparison.Ordinal), "the tick is kept");
            Assert.Equal(["tick late=True"], late.Journal.Lines);
        }
        await using var again = await Start(typeof(StartingFunctions), NewYear, days: 800);
        await again.Journal.Shows("started late=False");
    }

    [Fact]
    public async Task A_new_schedule_is_not_late_for_the_old_one()
    {
        await (await Started("0 0 0 * * *")).DisposeAsync();
        var inHalfAYear = $"0 0 0 1 {DateTime.UtcNow.AddMonths(6).Month} *";
        await using var app = await Start(typeof(StartingFunctions), inHalfAYear, days: 2);
        await app.Journal.Shows("started late=False");
    }

    [Fact]
    public async Task A_tick_that_fails_is_followed_by_the_next()
    {
        await using var app = await Start(typeof(FailingFunctions), EverySecond);
        await app.Journal.Shows("failing", times: 2);
    }

    private async Task<TestApp> Started(string schedule)
    {
        var app = await Start(typeof(StartingFunctions), schedule);
        await app.Journal.Shows("started late=False");
        await Eventually.True(async () => (await Status()).Contains("Last", StringComparison.Ordinal), "the first status is kept");
        return app;
    }

    private Task<TestApp> Start(Type functions, string schedule, int days = 0) => TestApp.Start(
        functions,
        new() { ["AzureWebJobsStorage"] = _storage.ConnectionString, ["Schedule"] = schedule },
        b => b.Services.AddSingleton<TimeProvider>(new ShiftedTime(TimeSpan.FromDays(days))));

    private static string Year(int days) => $"\"LastUpdated\":\"{DateTime.UtcNow.AddDays(days):yyyy}";

    private async Task<string> Status()
    {
        var container = new Azure.Storage.Blobs.BlobContainerClient(_storage.ConnectionString, "azure-webjobs-hosts");
        await foreach (var blob in container.GetBlobsAsync(prefix: "timers/"))
            return (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
        return "";
    }

    /// <summary>The real clock, some days ahead.</summary>
    private sealed class ShiftedTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }

    public class Functions(Journal journal)
    {
        [Function("Tick")]
        public void Tick([TimerTrigger("%Schedule%")] TimerInfo timer) => journal.Add($"tick late={timer.IsPastDue}");
    }

    public class StartingFunctions(Journal journal)
    {
        [Function("Tick")]
        public void Tick([TimerTrigger("%Schedule%", RunOnStartup = true)] TimerInfo timer) =>
            journal.Add($"started late={timer.IsPastDue}");
    }

    public class FailingFunctions(Journal journal)
    {
        [Function("Tick")]
        public void Tick([TimerTrigger("%Schedule%")] TimerInfo timer)
        {
            journal.Add("failing");
            throw new InvalidOperationException();
        }
    }
}
