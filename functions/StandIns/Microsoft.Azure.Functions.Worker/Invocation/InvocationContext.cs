using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>An invocation in this process. Whatever a request may not ask for is made when it is asked for.</summary>
internal sealed class InvocationContext(FunctionEntry function, IServiceProvider services, object trigger) : FunctionContext
{
    // The key that Microsoft's package keeps the request under.
    public const string HttpContextKey = "HttpRequestContext";

    private string? _id;
    private IDictionary<object, object>? _items;
    private InvocationFeatures? _features;
    private InvocationBinding? _binding;

    public FunctionEntry Function => function;

    /// <summary>The value of the trigger's parameter.</summary>
    public object Trigger => trigger;

    public HttpContext? Http { get; init; }

    /// <summary>What the trigger says beside its payload, unless it is an HTTP request.</summary>
    public IReadOnlyDictionary<string, object?>? TriggerData { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>What the function returned, or what middleware put in its place.</summary>
    public object? Result { get; set; }

    /// <summary>The object whose properties are outputs, where the function returned one.</summary>
    public object? Produced { get; set; }

    public override string InvocationId => _id ??= Guid.NewGuid().ToString();

    public override string FunctionId => function.Definition.Id;

    public override TraceContext TraceContext => InvocationTrace.Instance;

    public override BindingContext BindingContext =>
        _binding ??= new InvocationBinding(TriggerData ?? Http?.Request.RouteValues.ToDictionary(StringComparer.OrdinalIgnoreCase) ?? []);

    public override RetryContext RetryContext => null!;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items
    {
        get => _items ??= Http is null ? [] : new Dictionary<object, object> { [HttpContextKey] = Http };
        set => _items = value;
    }

    public override IInvocationFeatures Features => _features ??= new InvocationFeatures();

    public override CancellationToken CancellationToken => Http?.RequestAborted ?? Cancellation;
}
