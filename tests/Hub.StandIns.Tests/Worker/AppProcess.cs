using Hub.Testing;

namespace Hub.StandIns.Tests.Worker;

/// <summary>The sample app as a process of its own, for what a crash or a signal does to it.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private AppProcess(ChildProcess process, int port)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/api/") };
    }

    public HttpClient Http { get; }

    public string Output => _process.Output;

    public static async Task<AppProcess> Start(Dictionary<string, string?> settings, string schedule = "0 0 0 1 1 *")
    {
        var port = Loopback.FreePorts(1)[0];
        var environment = settings.ToDictionary(s => s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value!);
        environment["FUNCTIONS_HTTP_PORT"] = $"{port}";
        environment["TickSchedule"] = schedule;
        var app = new AppProcess(ChildProcess.Start("dotnet", [Program()], environment), port);
        await app.Wrote($"Now listening on: http://127.0.0.1:{port}");
        return app;
    }

    public Task Wrote(string text) => _process.Wrote(text, TimeSpan.FromSeconds(60));

    public async Task Send(string message)
    {
        using var body = new StringContent(message);
        (await Http.PostAsync(new Uri("Accept", UriKind.Relative), body)).EnsureSuccessStatusCode();
    }

    public Task Kill() => _process.Kill();

    public void Terminate() => _process.Terminate();

    public Task<int> Ended() => _process.Ended(TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _process.DisposeAsync();
    }

    private static string Program()
    {
        var configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        return Repository.PathTo("tests", "Hub.StandIns.Tests.App", "bin", configuration, "net10.0", "Hub.StandIns.Tests.App.dll");
    }
}
