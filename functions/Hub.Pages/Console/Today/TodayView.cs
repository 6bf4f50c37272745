using Hub.Pages.Console.Operations;
using Hub.Register.Json;

namespace Hub.Pages.Console.Today;

/// <summary>Something that waits for people.</summary>
/// <param name="Name">What, as the key of its words.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">Since when the oldest waits, UTC; null where none does, or where nobody knows.</param>
/// <param name="Address">Where they are.</param>
public sealed record WaitingWork(string Name, int Count, DateTimeOffset? Oldest, string Address) : Confidential;

/// <summary>What a person of the Secretariat finds in the morning.</summary>
/// <param name="Mine">What waits for the person who looks.</param>
/// <param name="Others">What waits for others, or for an answer.</param>
/// <param name="Standing">What stands still though the hub should do it.</param>
public sealed record TodayView(
    IReadOnlyList<WaitingWork> Mine, IReadOnlyList<WaitingWork> Others, IReadOnlyList<HealthLine> Standing) : Confidential;
