using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Pages.Portal.Events;

/// <summary>A type of event, with one of it.</summary>
/// <param name="Type">The type.</param>
/// <param name="Sample">One as it is sent.</param>
/// <param name="IsReal">Whether it is the newest that there was; otherwise it is made up, because there was none of late.</param>
public sealed record EventSample(EventType Type, string Sample, bool IsReal) : Confidential;
