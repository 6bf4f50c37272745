using Hub.Host.Protocol;

namespace Hub.Host.Worker;

/// <summary>Keeps one worker running: a new one for one that ended, and an end of the host when that happens too often.</summary>
public sealed class WorkerSupervisor(WorkerStarter starter, HostLog log) : IDisposable
{
    private const int TooMany = 3;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Queue<DateTime> _crashes = new();
    private volatile TaskCompletionSource<RunningWorker> _current = NewSource();
    private volatile RunningWorker? _condemned;

    /// <summary>The worker that takes invocations now; waits while a new one starts.</summary>
    public async Task<RunningWorker> Ready(CancellationToken cancel = default)
    {
        while (true)
        {
            var worker = await _current.Task.WaitAsync(cancel);
            if (worker != _condemned && !worker.Process.Exited.IsCompleted && !worker.Channel.Closed.IsCompleted)
                return worker;
            if (_stopping.IsCancellationRequested)
                throw new WorkerGoneException("The host stops.");
            // It is about to be replaced: a message given to it now would fail, and count as delivered, for nothing.
            await Task.Delay(Look, cancel);
        }
    }

    /// <summary>Starts the first worker, or says why it does not start.</summary>
    public async Task<RunningWorker> Start(CancellationToken cancel)
    {
        var worker = await starter.Start(cancel);
        _current.SetResult(worker);
        return worker;
    }

    /// <summary>Replaces workers that end, until the host stops; throws when they end too often.</summary>
    public async Task Supervise()
    {
        try
        {
            while (!_stopping.IsCancellationRequested)
            {
                var worker = await _current.Task;
                await Task.WhenAny(worker.Process.Exited, worker.Channel.Closed).WaitAsync(_stopping.Token);
                _current = NewSource();
                await Bury(worker);
                if (worker != _condemned)
                    Count($"The worker ended: {await worker.Process.LastWords()}");
                await Replace();
            }
        }
        catch (OperationCanceledException)
        {
            _current.TrySetException(new WorkerGoneException("The host stops."));
        }
        catch (HostException error)
        {
            _current.TrySetException(new WorkerGoneException(error.Message));
            throw;
        }
    }

    /// <summary>Ends a worker that does not come to an end with something and starts another; this does not count as a crash.</summary>
    public void Restart(RunningWorker worker, string reason)
    {
        log.Log(LogLevel.Warning, $"The worker is started anew: {reason}");
        _condemned = worker;
        worker.Process.Kill();
    }

    /// <summary>A worker that ends from now on is not replaced: the host stops.</summary>
    public void ReplaceNoMore() => _stopping.Cancel();

    /// <summary>Asks the worker to end, and ends it if it does not.</summary>
    public async Task Stop()
    {
        ReplaceNoMore();
        if (_current.Task is { IsCompletedSuccessfully: true } running)
            await End(await running);
        WorkerRegister.OfUser.Forget();
    }

    /// <summary>Ends the worker at once; what runs fails.</summary>
    public void Kill()
    {
        ReplaceNoMore();
        if (_current.Task is { IsCompletedSuccessfully: true } running)
            running.Result.Process.Kill();
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private static async Task End(RunningWorker worker)
    {
        worker.Channel.Send(new StreamingMessage
        {
            WorkerTerminate = new() { GracePeriod = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(Grace) },
        });
        await Task.WhenAny(worker.Process.Exited, Task.Delay(Grace));
        await Bury(worker);
    }

    private static TaskCompletionSource<RunningWorker> NewSource()
    {
        var source = new TaskCompletionSource<RunningWorker>(TaskCreationOptions.RunContinuationsAsynchronously);
        // Nobody need be waiting when it fails.
        _ = source.Task.ContinueWith(t => t.Exception, TaskContinuationOptions.OnlyOnFaulted);
        return source;
    }

    private static async Task Bury(RunningWorker worker)
    {
        worker.Process.Kill();
        worker.Channel.Close();
        await worker.Process.Exited;
    }

    private async Task Replace()
    {
        while (true)
        {
            try
            {
                _current.SetResult(await starter.Start(_stopping.Token));
                return;
            }
            catch (HostException error)
            {
                Count(error.Message);
            }
        }
    }

    private void Count(string how)
    {
        log.Log(LogLevel.Error, how);
        _crashes.Enqueue(DateTime.UtcNow);
        while (_crashes.Peek() < DateTime.UtcNow - Window)
            _crashes.Dequeue();
        if (_crashes.Count >= TooMany)
            throw new HostException($"The worker ended {TooMany} times within {Window.TotalMinutes:0} minutes, so the host ends too.");
    }
}
