using System.Globalization;
using System.Threading.Channels;

namespace Hub.Host;

/// <summary>What the host says on standard output, a line a message; one task writes, so that nobody waits for a slow reader.</summary>
public sealed class HostLog : ILoggerProvider, IAsyncDisposable
{
    // A reader that has stopped costs the oldest lines, not the host's memory.
    private readonly Channel<string> _lines =
        Channel.CreateBounded<string>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly Task _writing;

    public HostLog() => _writing = Task.Run(Write);

    /// <summary>A line as it is.</summary>
    public void Say(string line) => _lines.Writer.TryWrite(line);

    /// <summary>A message of the host's own or of the worker's; what is less than information is left out, as in Azure.</summary>
    public void Log(LogLevel level, string category, string message, string? exception = null)
    {
        if (level < LogLevel.Information)
            return;
        var time = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        Say($"{time} [{level}] {category}: {OneLine(message)}{(exception is null ? "" : " => " + OneLine(exception))}");
    }

    /// <summary>A message of the host's own.</summary>
    public void Log(LogLevel level, string message) => Log(level, "Host", message);

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new Logger(this, categoryName);

    void IDisposable.Dispose()
    {
    }

    /// <summary>Writes what is left, for a second at most.</summary>
    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await Task.WhenAny(_writing, Task.Delay(TimeSpan.FromSeconds(1)));
    }

    private static string OneLine(string text) => text.AsSpan().ContainsAny('\r', '\n')
        ? string.Join(" | ", text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        : text;

    private async Task Write()
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        while (await _lines.Reader.WaitToReadAsync())
        {
            while (_lines.Reader.TryRead(out var line))
                await output.WriteAsync(line + "\n");
            await output.FlushAsync();
        }
    }

    private sealed class Logger(HostLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                log.Log(logLevel, category, formatter(state, exception), exception?.ToString());
        }
    }
}
