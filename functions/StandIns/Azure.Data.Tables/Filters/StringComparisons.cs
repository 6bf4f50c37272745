using System.Linq.Expressions;

namespace Azure.Data.Tables.Filters;

/// <summary>The ways C# compares strings that the service's filters can say too.</summary>
internal static class StringComparisons
{
    /// <summary>What <c>string.Compare(a, b) &gt; 0</c> and <c>a.CompareTo(b) &gt; 0</c> compare.</summary>
    internal static (Expression Left, Expression Right)? OrderOperands(BinaryExpression comparison) =>
        comparison is { Left: MethodCallExpression call, Right: ConstantExpression { Value: 0 } }
        && call.Method.Name is nameof(string.Compare) or nameof(string.CompareTo)
            ? Operands(call)
            : null;

    /// <summary>The two sides of a comparing call, static or not.</summary>
    internal static (Expression Left, Expression Right)? Operands(MethodCallExpression call) => (call.Object, call.Arguments) switch
    {
        (null, [var left, var right]) when right.Type != typeof(StringComparison) => (left, right),
        ({ } left, [var right]) => (left, right),
        _ => null,
    };
}
