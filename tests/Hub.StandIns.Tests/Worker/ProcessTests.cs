using Hub.Testing;

namespace Hub.StandIns.Tests.Worker;

public class ProcessTests(Storage storage) : IClassFixture<Storage>
{
    private readonly string _queue = Storage.NewQueue();

    [Fact]
    public async Task A_message_whose_handler_crashed_comes_again_when_its_lock_runs_out()
    {
        await using (var first = await AppProcess.Start(storage.Settings(_queue)))
        {
            await first.Send("hold");
            await first.Wrote("work hold delivery 1");
            await first.Kill();
        }
        await using var second = await AppProcess.Start(storage.Settings(_queue));
        await second.Wrote("work hold delivery 2");
    }

    [Fact]
    public async Task A_message_that_crashes_its_handler_too_often_is_given_up()
    {
        var settings = storage.Settings(_queue);
        settings["StandIn:MaxDeliveryCount"] = "1";
        await using (var first = await AppProcess.Start(settings))
        {
            await first.Send("hold");
            await first.Wrote("work hold delivery 1");
            await first.Kill();
        }
        await using var second = await AppProcess.Start(settings);
        await second.Wrote("buried hold 2 MaxDeliveryCountExceeded LockLost");
        Assert.DoesNotContain("work hold", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_accepted_before_a_crash_is_worked_on_after_it()
    {
        var settings = storage.Settings(_queue);
        await using (var first = await AppProcess.Start(settings))
        {
            // Both places of host.json are taken, so the third waits in the queue.
            foreach (var message in new[] { "hold 1", "hold 2", "third" })
                await first.Send(message);
            await first.Kill();
        }
        await using var second = await AppProcess.Start(settings);
        await second.Http.PostAsync(new Uri("Open", UriKind.Relative), null);
        await second.Wrote("done third");
        await second.Wrote("done hold 1");
        await second.Wrote("done hold 2");
    }

    [Fact]
    public async Task A_stop_lets_what_started_finish_and_starts_nothing_more()
    {
        await using var app = await AppProcess.Start(storage.Settings(_queue));
        await app.Send("linger");
        await app.Wrote("work linger");
        app.Terminate();
        await app.Wrote("Application is shutting down");
        await storage.Queue(_queue).SendMessageAsync("late");
        Assert.Equal(0, await app.Ended());
        Assert.Contains("done linger", app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("work late", app.Output, StringComparison.Ordinal);
        Assert.Equal(["late"], await storage.Messages(_queue));
    }

    [Fact]
    public async Task What_does_not_finish_in_time_is_cancelled_and_comes_again()
    {
        var settings = storage.Settings(_queue);
        settings["ShutdownSeconds"] = "1";
        await using (var app = await AppProcess.Start(settings))
        {
            await app.Send("hold");
            await app.Wrote("work hold");
            app.Terminate();
            Assert.Equal(0, await app.Ended());
            Assert.Contains("System.Threading.Tasks.TaskCanceledException", app.Output, StringComparison.Ordinal);
        }
        await using var second = await AppProcess.Start(settings);
        await second.Wrote("work hold delivery 2");
    }

    [Fact]
    public async Task Storage_that_is_away_is_waited_for_and_told_of_once()
    {
        await using var azurite = await Azurite.Start();
        await azurite.Kill();
        var settings = storage.Settings(_queue);
        settings["AzureWebJobsStorage"] = azurite.ConnectionString;
        await using var app = await AppProcess.Start(settings, schedule: "* * * * * *");
        (await app.Http.GetAsync(new Uri("healthz", UriKind.Relative))).EnsureSuccessStatusCode();
        await app.Wrote("Start Azurite, or correct the setting AzureWebJobsStorage");
        await azurite.Restart();
        await app.Wrote("answers again");
        await app.Send("ok");
        await app.Wrote("done ok");
        await app.Wrote("tick late=");
        await azurite.Kill();
        await Eventually.True(() => Lines(app, "does not serve") >= 3, $"the second absence of the queues is told: {app.Output}");
        await azurite.Restart();
        await Eventually.True(async () => await Sent(app, "again"), "a message can be sent again");
        await app.Wrote("done again");
        Assert.DoesNotContain("   at ", app.Output[..app.Output.IndexOf("done ok", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    private static int Lines(AppProcess app, string text) => app.Output.Split('\n').Count(l => l.Contains(text, StringComparison.Ordinal));

    private static async Task<bool> Sent(AppProcess app, string message)
    {
        using var body = new StringContent(message);
        return (await app.Http.PostAsync(new Uri("Accept", UriKind.Relative), body)).IsSuccessStatusCode;
    }
}
