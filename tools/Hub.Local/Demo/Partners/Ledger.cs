using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Receiver;

namespace Hub.Local.Demo.Partners;

/// <summary>What a partner got, checked as it would check it itself: with Hub.Receiver and nothing else.</summary>
/// <param name="Requests">How many posts of events there were.</param>
/// <param name="Sequences">The events, in the order in which they came first.</param>
/// <param name="First">When the first came.</param>
/// <param name="Last">When the last came.</param>
/// <param name="Problems">What is wrong with signatures, order or completeness.</param>
/// <param name="Mirror">What it holds.</param>
internal sealed record Ledger(
    int Requests, IReadOnlyList<long> Sequences, DateTimeOffset? First, DateTimeOffset? Last, IReadOnlyList<string> Problems,
    LogMirror Mirror)
{
    /// <summary>Checks what a partner got since the first event.</summary>
    public static async Task<Ledger> Of(PartnerNetwork partner)
    {
        var events = (await partner.Received()).Where(d => d["sequence"] is not null).ToList();
        var (trail, mirror, problems, sequences) = (new EventTrail(), new LogMirror(), new List<string>(), new List<long>());
        foreach (var d in events)
        {
            var body = Encoding.UTF8.GetBytes((string)d["body"]!);
            if (Signature(d, body, partner) is { } wrong)
                problems.Add($"{d["id"]}: {wrong}");
            var (arrival, next) = trail.Take(body);
            if (arrival is Arrival.Gap or Arrival.Broken)
                problems.Add($"{d["id"]}: {arrival}");
            if (arrival != Arrival.Next)
                continue;
            trail = next;
            mirror.Take(body);
            sequences.Add(trail.Sequence);
        }
        return new(events.Count, sequences, At(events.FirstOrDefault()), At(events.LastOrDefault()), problems, mirror);
    }

    // The simulator has checked the signature with the published key, by the same library, when all headers were there.
    private static string? Signature(JsonNode delivery, byte[] body, PartnerNetwork partner)
    {
        var headers = new Dictionary<string, string>
        {
            ["webhook-id"] = (string)delivery["id"]!, ["webhook-timestamp"] = (string)delivery["timestamp"]!,
            ["webhook-signature"] = (string)delivery["signature"]!,
        };
        return StandardWebhook.Problem(new(partner.Hook.ToString(), headers, body), partner.Secret, At(delivery)!.Value)
            ?? ((bool?)delivery["signatureValid"] == true ? null : (string?)delivery["signatureProblem"] ?? "not signed");
    }

    private static DateTimeOffset? At(JsonNode? delivery) =>
        delivery is null ? null : DateTimeOffset.Parse((string)delivery["receivedAt"]!, CultureInfo.InvariantCulture);
}
