using System.Net.Sockets;
using Hub.LocalProcesses;

namespace Hub.Local;

/// <summary>One instance of the functions under a host of its own: ways to start it, and to end it as an accident does.</summary>
/// <param name="address">Where it answers.</param>
/// <param name="launch">Starts its host, with the settings of that moment.</param>
public sealed class FunctionsInstance(Uri address, Func<FunctionsHost> launch) : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(90);
    private FunctionsHost? _host;

    /// <summary>Where it answers.</summary>
    public Uri Address => address;

    /// <summary>The process that the functions run in.</summary>
    public int Process => _host!.WorkerId ?? throw new InvalidOperationException("The functions have no process yet.");

    /// <summary>What the functions and their host have written since the last start.</summary>
    public string Output => _host?.Output ?? "";

    /// <summary>Whether its host has ended, by itself or not.</summary>
    public bool HasExited => _host is { HasExited: true };

    /// <summary>Starts it, and waits until it answers.</summary>
    public async Task Start()
    {
        await Launch().Wrote("Host ready", StartsWithin);
        using var http = new HttpClient { BaseAddress = address };
        await Eventually.True(async () => await Answers(http), $"the functions answer at {address}:\n{Output}", StartsWithin);
    }

    /// <summary>Starts it without waiting; returns its host.</summary>
    public FunctionsHost Launch() => _host = launch();

    /// <summary>Ends the functions and their host as a power cut would (SIGKILL).</summary>
    public async Task Kill()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    /// <summary>Ends the functions' own process (SIGKILL): their host starts another, or ends with the third in half an hour.</summary>
    public Task KillWorker() => _host!.KillWorker();

    /// <summary>Ends the host alone (SIGKILL); the process it leaves behind is ended by the next host.</summary>
    public Task KillHost() => _host!.KillHost();

    /// <summary>Waits until it answers; where its host has ended, it is started again.</summary>
    public async Task Recover()
    {
        using var http = new HttpClient { BaseAddress = address };
        await Eventually.True(
            async () => HasExited || await Answers(http), $"the functions answer at {address}:\n{Output}", StartsWithin);
        if (!HasExited)
            return;
        // What it left behind is the next host's to end.
        var gone = _host!;
        await Start();
        await gone.DisposeAsync();
    }

    /// <summary>Asks it to stop in order, and waits as long for that.</summary>
    public async Task Stop(TimeSpan within)
    {
        if (_host is not { HasExited: false } host)
            return;
        host.Terminate();
        await Eventually.True(() => host.HasExited, "the functions stop", within).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Kill();

    private async Task<bool> Answers(HttpClient http)
    {
        if (HasExited)
            throw new InvalidOperationException($"The functions ended before they answered:\n{Output}");
        try
        {
            using var answer = await http.GetAsync(new Uri("healthz", UriKind.Relative));
            return answer.IsSuccessStatusCode && Output.Contains("Storage is ready", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return false;
        }
    }
}
