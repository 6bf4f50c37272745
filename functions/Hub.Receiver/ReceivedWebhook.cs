namespace Hub.Receiver;

/// <summary>A webhook as it came over the wire.</summary>
/// <param name="TargetUri">The address it was posted to, as the hub knows it: scheme, host and path.</param>
/// <param name="Headers">Its headers, by their names in lower case.</param>
/// <param name="Body">Its bytes, before anything has parsed them.</param>
public sealed record ReceivedWebhook(string TargetUri, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>How far a timestamp may be off, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    internal string? this[string header] => Headers.TryGetValue(header, out var value) && value.Length > 0 ? value : null;
}
