using System.Globalization;
using System.Text.Json.Nodes;

namespace Hub.Intake.Forms;

/// <summary>The record that a form was filled in with, as the form names it: its number, and the version.</summary>
/// <param name="Id">The record.</param>
/// <param name="Version">Its version.</param>
internal sealed record NamedRecord(string Id, int Version)
{
    /// <summary>
    /// Beside the record in a change: the fields, by their codes, that nobody could read or that are gone from the form. What the record
    /// holds there stays.
    /// </summary>
    public const string Unread = "unread";

    private const char OfVersion = '@';

    /// <inheritdoc/>
    public override string ToString() => $"{Id}{OfVersion}{Version}";

    /// <summary>The record; null where a form was filled in with none.</summary>
    public static NamedRecord? In(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.LastIndexOf(OfVersion) is > 0 and var at
        && int.TryParse(text[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(text[..at], version)
            : null;
}
