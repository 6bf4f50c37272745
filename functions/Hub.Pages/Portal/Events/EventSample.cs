using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Pages.Portal.Events;

/// <summary>A type of event, with one that there was.</summary>
/// <param name="Type">The type.</param>
/// <param name="Sample">The newest of it as it is sent; null where the newest part of the log has none.</param>
public sealed record EventSample(EventType Type, string? Sample) : Confidential;
