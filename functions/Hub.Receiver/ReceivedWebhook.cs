namespace Hub.Receiver;

/// <summary>A webhook as it came over the wire.</summary>
/// <param name="TargetUri">
/// The address it was posted to as the endpoint has it: scheme, host in its ASCII form, port where it is not
/// 443, path and query, such as <c>https://partner.example/hook</c>. Behind a proxy this is the public address, not your server's own.
/// </param>
/// <param name="Headers">Its headers by their names in lower case; the values of one that came twice are joined by a comma.</param>
/// <param name="Body">Its bytes, before anything has parsed them.</param>
public sealed record ReceivedWebhook(string TargetUri, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>How far a timestamp may be off, either way: five minutes.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    internal string? this[string header] => Headers.TryGetValue(header, out var value) && value.Length > 0 ? value : null;
}
