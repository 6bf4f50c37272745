using Hub.Delivery.Outbox;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Pages.Console.Operations;

/// <summary>How the hub is.</summary>
/// <param name="Mail">Whether mail goes out.</param>
/// <param name="Health">What stands still.</param>
/// <param name="Behind">By channel, how many events its slowest cursor has to go.</param>
/// <param name="Check">The last verification of the log; null where there was none.</param>
/// <param name="Head">The last event of the log.</param>
/// <param name="Failures">How much work was given up and waits for somebody.</param>
public sealed record OperationsView(
    MailStanding Mail, IReadOnlyList<HealthLine> Health, IReadOnlyDictionary<string, long> Behind, LogCheckRecord? Check, long Head,
    int Failures) : Confidential;

/// <summary>Something that stands still.</summary>
/// <param name="Kind">What, by the name of its kind.</param>
/// <param name="Count">How much of it.</param>
/// <param name="Since">Since when, UTC; null where nobody knows.</param>
public sealed record HealthLine(string Kind, int Count, DateTimeOffset? Since) : Confidential;
