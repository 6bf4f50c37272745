using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hub.Register.Json;

/// <summary>Knows every type but the confidential ones.</summary>
internal sealed class PublicOnlyResolver : DefaultJsonTypeInfoResolver
{
    /// <inheritdoc/>
    public override JsonTypeInfo GetTypeInfo(Type type, JsonSerializerOptions options) => typeof(Confidential).IsAssignableFrom(type)
        ? throw new InvalidOperationException($"{type.Name} is confidential and cannot be written where the public can read it.")
        : base.GetTypeInfo(type, options);
}
