using Hub.Intake.Files.Reading;
using Hub.Reading;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
try
{
    await using var pool = new FileReaderPool(new FileReaderLimits());
    await new ReadCommand(ReadOptions.Parse(args, TimeProvider.System.GetUtcNow()), new(pool), Console.Out).Run(stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 1;
}
// Whatever it is, support staff want to know which file and why, and no stack.
catch (Exception e)
{
    await Console.Error.WriteLineAsync($"./hub read: {e.Message}");
    if (e is not (UsageException or IOException))
        await Console.Error.WriteLineAsync(e.StackTrace);
    return 1;
}
