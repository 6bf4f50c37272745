using System.Linq.Expressions;
using static System.Linq.Expressions.ExpressionType;

namespace Azure.Data.Tables.Filters;

/// <summary>Filters from lambda expressions.</summary>
internal static class FilterExpression
{
    /// <summary>The filter's text, or null for one that is always true.</summary>
    internal static string? Of<T>(Expression<Func<T, bool>> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter.Body is ConstantExpression { Value: true } ? null : Condition(filter.Body);
    }

    private static string Condition(Expression expression) => expression switch
    {
        BinaryExpression { NodeType: AndAlso or And } both => $"({Condition(both.Left)}) and ({Condition(both.Right)})",
        BinaryExpression { NodeType: OrElse or Or } either => $"({Condition(either.Left)}) or ({Condition(either.Right)})",
        UnaryExpression { NodeType: Not } not => $"not ({Condition(not.Operand)})",
        BinaryExpression comparison when Operator(comparison.NodeType) is { } sign => Comparison(comparison, sign),
        MethodCallExpression { Method.Name: nameof(Equals) } equals => StringComparisons.Operands(equals) is var (left, right)
            ? Compare(left, "eq", right)
            : throw Refused(equals),
        _ when FilterOperand.PropertyOf(expression) is { } flag && expression.Type == typeof(bool) => $"{flag} eq true",
        _ => throw Refused(expression),
    };

    private static string Comparison(BinaryExpression comparison, string sign) =>
        StringComparisons.OrderOperands(comparison) is var (left, right)
            ? Compare(left, sign, right)
            : Compare(comparison.Left, sign, comparison.Right);

    // The service wants the property on the left and a value on the right.
    private static string Compare(Expression left, string sign, Expression right) =>
        FilterOperand.PropertyOf(left) is { } name && FilterOperand.PropertyOf(right) is null
            ? $"{name} {sign} {FilterOperand.Value(right, left)}"
            : throw Refused(left);

    private static string? Operator(ExpressionType type) => type switch
    {
        Equal => "eq",
        NotEqual => "ne",
        LessThan => "lt",
        LessThanOrEqual => "le",
        GreaterThan => "gt",
        GreaterThanOrEqual => "ge",
        _ => null,
    };

    private static NotSupportedException Refused(Expression expression) => new(
        $"'{expression}' in a filter: a property on the left of ==, !=, <, <=, >, >= or property.CompareTo(value) >= 0 (for strings), " +
        "a value on the right, joined by && || and !; filter the rest after reading.");
}
