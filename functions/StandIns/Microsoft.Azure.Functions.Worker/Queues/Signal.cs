namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Tells a waiting loop that this process has work for it. Take <see cref="Next"/> before looking for work, then none is missed.
/// </summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => Volatile.Read(ref _next).Task;

    public void Set() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
