namespace Microsoft.Azure.Functions.Worker;

/// <summary>What becomes of a function's return value.</summary>
/// <param name="Several">Whether the value's properties are the outputs, not the value itself.</param>
/// <param name="Outputs">What goes to queues.</param>
/// <param name="HttpResult">Reads the HTTP answer from among several outputs.</param>
internal sealed record Returns(bool Several, IReadOnlyList<QueueOutput> Outputs, Func<object, object?>? HttpResult)
{
    public static Returns Itself { get; } = new(false, [], null);
}
