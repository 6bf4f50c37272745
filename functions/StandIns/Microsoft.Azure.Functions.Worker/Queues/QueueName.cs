using System.Text.RegularExpressions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Names of Service Bus queues, as names of storage queues.</summary>
internal static partial class QueueName
{
    private const string DeadLetterPath = "/$deadletterqueue";
    private const string DeadLetterSuffix = "-deadletter";

    public static bool IsDeadLetter(string name) => name.EndsWith(DeadLetterPath, StringComparison.OrdinalIgnoreCase);

    public static string DeadLettersOf(string name) => name + DeadLetterPath;

    /// <summary>The storage queue's name; a name that would need bending, and so might meet another, is a problem.</summary>
    public static string InStorage(string name, string function, Problems problems)
    {
        var dead = IsDeadLetter(name);
        var queue = (dead ? name[..^DeadLetterPath.Length] : name).ToLowerInvariant();
        var mapped = queue + (dead ? DeadLetterSuffix : "");
        if (!Allowed().IsMatch(queue) || mapped.Length is < 3 or > 63 || queue.EndsWith(DeadLetterSuffix, StringComparison.Ordinal))
            problems.Add($"Function '{function}': queue '{name}' cannot be a storage queue: 3 to 63 letters, digits and single hyphens, " +
                $"not ending in {DeadLetterSuffix}.");
        return mapped;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Allowed();
}
