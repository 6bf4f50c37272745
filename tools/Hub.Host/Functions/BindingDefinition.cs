using System.Text.Json.Nodes;

namespace Hub.Host.Functions;

/// <summary>A binding of a function, as the worker describes it in JSON: the properties of its attribute.</summary>
public sealed class BindingDefinition(JsonObject json)
{
    /// <summary>The parameter's or property's name, or $return.</summary>
    public string Name => Text("name") ?? "";

    /// <summary>What it is bound to: httpTrigger, serviceBus, ...</summary>
    public string Type => Text("type") ?? "";

    /// <summary>Whether it starts the function.</summary>
    public bool IsTrigger => Type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the function gives it a value.</summary>
    public bool IsOutput => string.Equals(Text("direction"), "Out", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it wants a type of the extension's own, which only the extension can make.</summary>
    public bool IsDeferred => bool.TryParse(json["properties"]?["supportsDeferredBinding"]?.ToString(), out var deferred) && deferred;

    /// <summary>Whether it is of a type, which is written without regard to case.</summary>
    public bool Is(string type) => Type.Equals(type, StringComparison.OrdinalIgnoreCase);

    /// <summary>A property of its attribute as text, or null.</summary>
    public string? Text(string property) => json[property]?.ToString();

    /// <summary>A property of its attribute that is true or false, or null.</summary>
    public bool? Flag(string property) => bool.TryParse(Text(property), out var flag) ? flag : null;

    /// <summary>A property of its attribute that is a list; empty where it has none.</summary>
    public IReadOnlyList<string> Texts(string property) =>
        json[property] is JsonArray list ? [.. list.Select(t => t?.ToString() ?? "")] : [];
}
