using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>One property of an entity class, by the name it has in the table.</summary>
internal sealed class EntityMember
{
    private readonly Type _type;
    private readonly MethodInvoker? _get;
    private readonly MethodInvoker? _set;

    internal EntityMember(PropertyInfo property)
    {
        Name = NameOf(property);
        _type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        _get = property.GetMethod is { IsPublic: true } get ? MethodInvoker.Create(get) : null;
        _set = property.SetMethod is { } set ? MethodInvoker.Create(set) : null;
        if (!EdmValue.Holds(_type))
            throw EdmValue.NotHeld($"{property.DeclaringType?.Name}.{property.Name}", _type);
    }

    internal string Name { get; }

    internal static string NameOf(MemberInfo property) => property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name;

    internal void Write(Utf8JsonWriter json, object entity)
    {
        if (_get?.Invoke(entity) is { } value)
            EdmValue.Write(json, Name, value);
    }

    internal void Read(JsonElement value, object entity)
    {
        if (_set is null)
            return;
        try
        {
            _set.Invoke(entity, value.ValueKind == JsonValueKind.Null ? null : EdmValue.Read(value, _type));
        }
        catch (Exception problem) when (problem is InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidOperationException(
                $"The table's '{Name}' holds a {value.ValueKind} that is no {_type.Name}, as {entity.GetType().Name} has it.", problem);
        }
    }
}
