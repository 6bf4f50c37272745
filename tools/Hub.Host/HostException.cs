namespace Hub.Host;

/// <summary>The host cannot start or go on: the message says why and what to do, and is all that is shown.</summary>
public sealed class HostException(string message) : Exception(message);
