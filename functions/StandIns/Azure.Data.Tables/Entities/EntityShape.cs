using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Entities;

/// <summary>The properties of an entity class that go to the table and come from it, found once.</summary>
internal sealed class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Known = new();

    // These four go through ITableEntity, so that a class may implement them explicitly.
    private static readonly string[] System =
        [nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey), nameof(ITableEntity.Timestamp), nameof(ITableEntity.ETag)];

    private readonly Dictionary<string, EntityMember> _byName;

    private EntityShape(Type type)
    {
        Members = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsStored).Select(p => new EntityMember(p))];
        _byName = Members.ToDictionary(m => m.Name, StringComparer.Ordinal);
    }

    internal IReadOnlyList<EntityMember> Members { get; }

    internal static EntityShape Of(Type type) => Known.GetOrAdd(type, t => new(t));

    internal EntityMember? Find(string name) => _byName.GetValueOrDefault(name);

    private static bool IsStored(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0
        && !System.Contains(property.Name)
        && property.GetCustomAttribute<IgnoreDataMemberAttribute>() is null;
}
