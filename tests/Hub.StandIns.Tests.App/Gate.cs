namespace Hub.StandIns.Tests.App;

/// <summary>Holds functions until the test opens it.</summary>
internal static class Gate
{
    private static readonly TaskCompletionSource Way = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static Task Opened(CancellationToken cancellation) => Way.Task.WaitAsync(cancellation);

    public static void Open() => Way.TrySetResult();
}
