using System.Collections.Concurrent;
using Azure;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Keeps trying where storage does not answer, and says so once when it stops answering and once when it answers again.</summary>
internal sealed class StorageWatch(ILogger<StorageWatch> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, bool> _down = new();

    /// <summary>The call's result, however long storage is away.</summary>
    public async Task<T> Patiently<T>(Uri address, Func<Task<T>> call, CancellationToken stopping)
    {
        for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var result = await call();
                Answered(address.Authority);
                return result;
            }
            catch (Exception e) when (IsTrouble(e) && !stopping.IsCancellationRequested)
            {
                Failed(address.Authority, e);
                await Task.Delay(pause, stopping);
            }
        }
    }

    /// <summary>Whether an exception is how storage's clients say that it does not serve.</summary>
    public static bool IsTrouble(Exception error) => error is RequestFailedException or AggregateException or OperationCanceledException;

    private void Answered(string authority)
    {
        if (_down.TryRemove(authority, out _))
            logger.LogInformation("Storage at {Address} answers again.", authority);
    }

    private void Failed(string authority, Exception error)
    {
        if (!_down.TryAdd(authority, true))
            return;
        var cause = (error as AggregateException)?.InnerExceptions[^1] ?? error;
        logger.LogError(
            "Storage at {Address} does not serve ({Cause}). Start Azurite, or correct the setting AzureWebJobsStorage; trying until then.",
            authority, (cause as RequestFailedException)?.ErrorCode ?? cause.Message.Split('\n')[0]);
    }
}
