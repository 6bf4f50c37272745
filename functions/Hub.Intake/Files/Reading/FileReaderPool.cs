using System.Collections.Concurrent;

namespace Hub.Intake.Files.Reading;

/// <summary>A file that did not get read, without anything of it.</summary>
/// <param name="Task">What was asked for.</param>
/// <param name="Outcome">How that ended.</param>
/// <param name="Bytes">How long the file is.</param>
/// <param name="Attempt">The how manieth try it was.</param>
public sealed record FileReaderFailure(string Task, string Outcome, long Bytes, int Attempt);

/// <summary>The processes that read files: started when they are needed, kept while they are well, each with one file at a time.</summary>
/// <param name="limits">What a file may take.</param>
/// <param name="failed">Is told of each file that ended its process.</param>
public sealed class FileReaderPool(FileReaderLimits limits, Action<FileReaderFailure>? failed = null) : IAsyncDisposable
{
    private readonly SemaphoreSlim _free = new(limits.Processes);
    private readonly ConcurrentStack<FileReaderProcess> _idle = new();

    /// <summary>The ids of the processes that have nothing to do.</summary>
    public IReadOnlyList<int> Idle => [.. _idle.Select(p => p.Id)];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (_idle.TryPop(out var process))
            await process.DisposeAsync();
        _free.Dispose();
    }

    internal async Task<FileReaderReply> Ask(FileReaderRequest request, Stream content, CancellationToken cancel)
    {
        if (content.Length > Frames.MostContent)
            return FileReaderReply.Ended(FileReaderOutcome.TookMemory);
        for (var attempt = 1; ; attempt++)
        {
            var reply = await AskOnce(request, content, cancel);
            if (reply.Outcome is FileReaderOutcome.Answered or FileReaderOutcome.Failed)
                return reply;
            failed?.Invoke(new($"{request.Task}", $"{reply.Outcome}", content.Length, attempt));
            // A process may also be ended by something else than its file.
            if (reply.Outcome != FileReaderOutcome.Died || attempt == limits.MostAttempts)
                return reply;
        }
    }

    private async Task<FileReaderReply> AskOnce(FileReaderRequest request, Stream content, CancellationToken cancel)
    {
        await _free.WaitAsync(cancel);
        FileReaderProcess? process = null;
        try
        {
            process = await Take(cancel);
            var reply = await process.Ask(request, content, cancel);
            if (reply.Outcome is FileReaderOutcome.Answered or FileReaderOutcome.Failed)
                await GiveBack(process);
            return reply;
        }
        catch
        {
            // Given up halfway, it would answer the next with this one's answer.
            if (process is not null)
                await process.DisposeAsync();
            throw;
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task<FileReaderProcess> Take(CancellationToken cancel)
    {
        while (_idle.TryPop(out var process))
        {
            if (!process.IsSpent)
                return process;
            await process.DisposeAsync();
        }
        return await FileReaderProcess.Start(limits, cancel);
    }

    private async Task GiveBack(FileReaderProcess process)
    {
        if (process.IsSpent)
            await process.DisposeAsync();
        else
            _idle.Push(process);
    }
}
