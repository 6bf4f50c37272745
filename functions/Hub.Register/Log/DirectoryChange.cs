using Hub.Register.Json;
using Hub.Register.Records;

namespace Hub.Register.Log;

/// <summary>A change as a recipient is told of it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Before">The record before, where there was one.</param>
/// <param name="After">The record after, where the event is about one.</param>
public sealed record DirectoryChange(DirectoryEvent Event, Authority? Before, Authority? After) : Confidential;
