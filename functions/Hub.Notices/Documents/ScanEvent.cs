using System.Text.Json;

namespace Hub.Notices.Documents;

/// <summary>
/// The event <c>Microsoft.Security.MalwareScanningResult</c> of Event Grid: the scan has seen a blob. It only wakes; the verdict is read
/// from the blob's tags.
/// </summary>
public static class ScanEvent
{
    private const string Type = "Microsoft.Security.MalwareScanningResult";
    private const string Quarantine = "quarantine/";

    /// <summary>The notice whose file was scanned; null where a text is no such event, or the blob no notice's.</summary>
    public static string? NoticeOf(string text) =>
        text.StartsWith('{') && Parsed(text) is { EventType: Type, Data.BlobUri: { } address }
            && Uri.TryCreate(address, UriKind.Absolute, out var blob) && blob.Segments is [_, Quarantine, [.. var notice, '/'], _]
            ? notice
            : null;

    private static Event? Parsed(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Event>(text, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Event(string? EventType, Scanned? Data);

    private sealed record Scanned(string? BlobUri);
}
