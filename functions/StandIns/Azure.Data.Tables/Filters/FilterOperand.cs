using System.Linq.Expressions;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Filters;

/// <summary>One side of a comparison: a property of the entity, or a value to compare it with.</summary>
internal static class FilterOperand
{
    /// <summary>The name that the property has in the table; null when the expression is no property of the entity.</summary>
    internal static string? PropertyOf(Expression expression) => Bare(expression) switch
    {
        MemberExpression { Expression: { } entity } member when Bare(entity) is ParameterExpression => Name(member),
        MethodCallExpression { Object: { } entity, Arguments: [var key] } call
            when Bare(entity) is ParameterExpression && call.Method.Name.StartsWith("Get", StringComparison.OrdinalIgnoreCase) =>
            (string?)Evaluate(key),
        _ => null,
    };

    /// <summary>The value as a literal, of the property's own type: the service never finds an Int32 with an Int64.</summary>
    internal static string Value(Expression value, Expression property)
    {
        var type = Nullable.GetUnderlyingType(Bare(property).Type) ?? Bare(property).Type;
        if (type.IsEnum)
            throw new NotSupportedException(
                $"A filter on the enum {property}: tables hold its text; use CreateQueryFilter($\"… eq {{value.ToString()}}\").");
        var found = Evaluate(value);
        return found is null || type == typeof(object) || type == found.GetType()
            ? FilterText.Literal(found)
            : throw new NotSupportedException(
                $"A filter compares {property}, a {type.Name}, with a {found.GetType().Name}: make them the same type.");
    }

    private static string Name(MemberExpression member) =>
        member.Member.DeclaringType == typeof(TableItem) ? "TableName" : EntityMember.NameOf(member.Member);

    // The compiler wraps operands in conversions (to nullable, to object, to an interface) that say nothing to the service.
    private static Expression Bare(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion => Bare(conversion.Operand),
        MemberExpression { Member.Name: nameof(Nullable<int>.Value), Expression: { } nullable }
            when Nullable.GetUnderlyingType(nullable.Type) is not null => Bare(nullable),
        _ => expression,
    };

    private static object? Evaluate(Expression expression)
    {
        if (expression is ConstantExpression constant)
            return constant.Value;
        try
        {
            return Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)();
        }
        catch (InvalidOperationException problem)
        {
            throw new NotSupportedException($"'{expression}' in a filter needs the entity itself: filter on it after reading.", problem);
        }
    }
}
