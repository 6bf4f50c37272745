using Hub.Pages.Texts;
using Hub.Work.Failures;

namespace Hub.Pages.Console.Operations;

/// <summary>Failures in words.</summary>
public static class FailureWords
{
    /// <summary>The queues whose work there are words for.</summary>
    public static readonly IReadOnlyList<string> Queues =
        ["notices", "documents", "mailbox", "mail", "outbox", "webhooks", "links", "editions"];

    /// <summary>What kind of work it is.</summary>
    internal static string Work(string queue, Labels labels) => labels.Find($"Failure.Queue.{queue}") ?? labels["Failure.Queue.Other"];

    /// <summary>Where more is to be seen of what it is about; null where nothing is.</summary>
    internal static string? Address(DeadLetter letter) => letter.Queue switch
    {
        "notices" => $"/console/notices/{Uri.EscapeDataString(letter.Body)}",
        "mailbox" when !letter.Body.Contains('@', StringComparison.Ordinal) => $"/console/mails/{Uri.EscapeDataString(letter.Body)}",
        _ => null,
    };

    /// <summary>A mark of a failure: another one once somebody has retried it.</summary>
    public static string Mark(DeadLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return $"{letter.Id}@{letter.RetriedAt?.UtcTicks ?? 0}";
    }
}
