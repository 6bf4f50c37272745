using System.Text.Json.Nodes;
using Hub.Pages.Console.Editor.Fields;
using Hub.Register.Json;

namespace Hub.Pages.Console.Editor;

/// <summary>What was found in a mail, so that it is not taken for what the directory says already.</summary>
public sealed record FoundValues : Confidential
{
    private readonly HashSet<(string Name, string Value)> _values;

    private FoundValues(IEnumerable<(string, string)> values) => _values = [.. values];

    /// <summary>Nothing.</summary>
    public static FoundValues None { get; } = new([]);

    /// <summary>Whether anything was found.</summary>
    public bool IsAny => _values.Count > 0;

    /// <summary>What a form says of an authority, without what the authority's record says already.</summary>
    public static FoundValues Of(JsonObject form, int index, JsonObject? record)
    {
        var change = EditorForm.ChangeOf(form, index);
        var said = FieldJson.Values(RecordFields.All, EditorForm.Record, change?["set"] as JsonObject ?? change?["authority"] as JsonObject);
        var known = FieldJson.Values(RecordFields.All, EditorForm.Record, record).Select(Plain).ToHashSet();
        return new(said.Select(Plain).Where(v => v.Value.Length > 0 && !known.Contains(v)));
    }

    /// <summary>Whether a value of a field was found.</summary>
    public bool Has(string name, string value) => _values.Contains(Plain(KeyValuePair.Create(name, value)));

    // In whichever row it stands by now.
    private static (string Name, string Value) Plain(KeyValuePair<string, string> value) =>
        (string.Join('/', value.Key.Split('/').Where(p => p.Length > 0 && !p.All(char.IsAsciiDigit))), value.Value);
}
