using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Host.Protocol;

namespace Hub.Host.Functions;

/// <summary>A function that the worker has.</summary>
public sealed record FunctionDefinition(RpcFunctionMetadata Metadata, IReadOnlyList<BindingDefinition> Bindings)
{
    /// <summary>Its id in the protocol.</summary>
    public string Id => Metadata.FunctionId;

    /// <summary>Its name in code.</summary>
    public string Name => Metadata.Name;

    /// <summary>What starts it; the rules have seen that there is one.</summary>
    public BindingDefinition Trigger => Bindings.First(b => b.IsTrigger);

    /// <summary>What it sends to queues and topics.</summary>
    public IReadOnlyList<BindingDefinition> QueueOutputs { get; } = [.. Bindings.Where(b => b.IsOutput && b.Is("serviceBus"))];

    /// <summary>The route of an HTTP function without slashes around it: its name where the attribute has none.</summary>
    public string Route => (Trigger.Text("route") is { Length: > 0 } route ? route : Name).Trim('/');

    /// <summary>The methods of an HTTP function; none stands for all.</summary>
    public IReadOnlyList<string> Methods => Trigger.Texts("methods");

    /// <summary>Reads what the worker said of one; throws where its bindings are not JSON.</summary>
    public static FunctionDefinition Read(RpcFunctionMetadata metadata)
    {
        try
        {
            return new(metadata, [.. metadata.RawBindings.Select(b => new BindingDefinition(JsonNode.Parse(b)!.AsObject()))]);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new FormatException($"A binding is not a JSON object: {error.Message}", error);
        }
    }

    /// <summary>The request that has the worker load it.</summary>
    public FunctionLoadRequest ToLoadRequest()
    {
        var metadata = Metadata.Clone();
        metadata.Bindings.Clear();
        foreach (var binding in Bindings)
            metadata.Bindings[binding.Name] = new BindingInfo
            {
                Type = binding.Type,
                Direction = binding.IsOutput ? BindingInfo.Types.Direction.Out : BindingInfo.Types.Direction.In,
            };
        return new FunctionLoadRequest { FunctionId = Id, Metadata = metadata };
    }
}
