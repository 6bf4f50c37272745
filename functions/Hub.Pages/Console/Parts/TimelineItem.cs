using Hub.Register.Json;

namespace Hub.Pages.Console.Parts;

/// <summary>Something that happened.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="What">What, in a few words.</param>
/// <param name="Who">Who did it; null for the hub.</param>
/// <param name="Said">What was said about it.</param>
public sealed record TimelineItem(DateTimeOffset At, string What, string? Who = null, string? Said = null) : Confidential;
