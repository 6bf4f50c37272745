using System.Globalization;

namespace Hub.Reading;

/// <summary>The command line is not as it should be.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>What is to be read, and as what.</summary>
/// <param name="Files">The files, and the folders whose files are meant.</param>
internal sealed record ReadOptions(IReadOnlyList<string> Files)
{
    /// <summary>The file with the register; null where each file brings its own.</summary>
    public string? Register { get; init; }

    /// <summary>The address of the sender, where a file does not say it.</summary>
    public string? From { get; init; }

    /// <summary>When it came in, UTC, where a file does not say it.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Whether the files are one conversation, in their order.</summary>
    public bool Together { get; init; }

    /// <summary>Whether a folder's <c>expected.json</c> is compared with, and what comes out counted.</summary>
    public bool Score { get; init; }

    /// <summary>Whether what was counted comes with what differs.</summary>
    public bool Differences { get; init; }

    /// <summary>The page that the scores of the folders are written to; null where they are printed.</summary>
    public string? Report { get; init; }

    public static ReadOptions Parse(IReadOnlyList<string> arguments, DateTimeOffset now)
    {
        var options = new ReadOptions([]) { At = now };
        for (var i = 0; i < arguments.Count; i++)
        {
            string Value() => ++i < arguments.Count ? arguments[i] : throw new UsageException($"{arguments[i - 1]} wants a value.");
            options = arguments[i] switch
            {
                "--register" => options with { Register = Value() },
                "--from" => options with { From = Value() },
                "--at" => options with { At = Time(Value()) },
                "--together" => options with { Together = true },
                "--score" => options with { Score = true },
                "--report" => options with { Score = true, Report = Value() },
                "--differences" => options with { Score = true, Differences = true },
                ['-', '-', ..] => throw new UsageException($"There is no option {arguments[i]}."),
                var file => options with { Files = [.. options.Files, file] },
            };
        }
        return options.Files.Count > 0 ? options : throw new UsageException("Which files?");
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : throw new UsageException($"{text} is no time; write it like this: 2026-09-15T09:00:00Z.");
}
