using System.Text.Json.Nodes;

namespace Hub.Simulators.Mailbox.Store;

/// <summary>A message as it lies in a folder; a change makes a new one of these.</summary>
public sealed record MailMessage(string Mailbox, string ImmutableId, string MutableId, string FolderId, JsonObject Properties)
{
    private static readonly string[] RecipientProperties = ["toRecipients", "ccRecipients", "bccRecipients"];

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>The number of the change that made it so, over the whole store.</summary>
    public long Change { get; init; }

    public bool IsDraft => Properties["isDraft"]?.GetValue<bool>() ?? false;

    public string Subject => Text("subject");

    public string? this[string name] => Properties[name] is JsonValue value ? value.ToString() : null;

    public string Text(string name) => this[name] ?? "";

    public DateTimeOffset? When(string name) =>
        DateTimeOffset.TryParse(this[name], System.Globalization.CultureInfo.InvariantCulture, out var at) ? at : null;

    public bool HasId(string id) => id == ImmutableId || id == MutableId;

    public string Id(bool immutable) => immutable ? ImmutableId : MutableId;

    public string Sender => Address(Properties["from"]) ?? Mailbox;

    /// <summary>The addresses it goes to: to, cc and bcc.</summary>
    public IReadOnlyList<string> Recipients =>
        [.. RecipientProperties.SelectMany(Addresses)];

    public IEnumerable<string> Addresses(string property) =>
        (Properties[property] as JsonArray ?? []).Select(Address).OfType<string>();

    public string? ExtendedProperty(string id) => (Properties["singleValueExtendedProperties"] as JsonArray ?? [])
        .FirstOrDefault(p => string.Equals(p?["id"]?.ToString(), id, StringComparison.OrdinalIgnoreCase))?["value"]?.ToString();

    /// <summary>The same message with properties set.</summary>
    public MailMessage With(params (string Name, JsonNode? Value)[] changes)
    {
        var properties = (JsonObject)Properties.DeepClone();
        foreach (var (name, value) in changes)
            properties[name] = value;
        return this with { Properties = properties };
    }

    private static string? Address(JsonNode? recipient) => recipient?["emailAddress"]?["address"]?.ToString();
}
