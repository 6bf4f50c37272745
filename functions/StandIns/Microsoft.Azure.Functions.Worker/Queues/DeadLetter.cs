using System.Text.Encodings.Web;
using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A message that was given up, as it lies in the dead-letter queue.</summary>
internal sealed record DeadLetter(
    string MessageId, DateTimeOffset EnqueuedTime, long DeliveryCount, string Reason, string Description, string Body)
{
    // Without it an Arabic body would be six times as long, and might not fit.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static DeadLetter Parse(string text) => JsonSerializer.Deserialize<DeadLetter>(text, Plain)!;

    public override string ToString() => JsonSerializer.Serialize(this, Plain);
}
