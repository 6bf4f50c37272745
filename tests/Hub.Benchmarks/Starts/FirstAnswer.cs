using System.Diagnostics;
using Hub.LocalProcesses;

namespace Hub.Benchmarks.Starts;

/// <summary>A start of host and worker, up to the first answer of a function.</summary>
/// <param name="After">How long it took.</param>
/// <param name="OfHost">The processor time that the host had used by then.</param>
/// <param name="OfWorker">The processor time that the worker had used by then.</param>
internal sealed record FirstAnswer(TimeSpan After, TimeSpan OfHost, TimeSpan OfWorker)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Starts one and asks it until it answers.</summary>
    public static async Task<FirstAnswer> Of(Func<FunctionsHost> launch, string path)
    {
        var clock = Stopwatch.StartNew();
        var host = launch();
        using var http = new HttpClient { BaseAddress = host.Address };
        while (!await Answers(http, path))
        {
            if (host.HasExited || clock.Elapsed > Patience)
                throw new InvalidOperationException($"No answer at {host.Address}{path}:\n{host.Output}");
            await Task.Delay(Pause);
        }
        var after = clock.Elapsed;
        return new(after, ProcessorTime.Of(host.HostId), ProcessorTime.Of(host.WorkerId!.Value));
    }

    private static async Task<bool> Answers(HttpClient http, string path)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
