using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hub.Functions.Tests.Requests;

/// <summary>An HTTP request on its way through a middleware, as the worker makes it.</summary>
internal sealed class Invocation : FunctionContext, IHttpResponseFeature
{
    private readonly List<(Func<object, Task> Do, object State)> _starting = [];

    public Invocation()
    {
        Http = new DefaultHttpContext();
        Http.Features.Set<IHttpResponseFeature>(this);
        Items = new Dictionary<object, object> { ["HttpRequestContext"] = Http };
    }

    public DefaultHttpContext Http { get; }

    /// <summary>Where the function is that is called.</summary>
    public string? EntryPoint { get; init; }

    /// <summary>What calls it, in the host's words.</summary>
    public string Trigger { get; init; } = "httpTrigger";

    public override IDictionary<object, object> Items { get; set; }

    public int StatusCode { get; set; } = 200;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public Stream Body { get; set; } = new MemoryStream();

    public bool HasStarted => false;

    public override string InvocationId => "1";

    public override string FunctionId => "1";

    public override TraceContext TraceContext => throw new NotSupportedException();

    public override BindingContext BindingContext => throw new NotSupportedException();

    public override RetryContext RetryContext => throw new NotSupportedException();

    public override IServiceProvider InstanceServices { get; set; } = null!;

    public override FunctionDefinition FunctionDefinition => new Definition(EntryPoint ?? throw new NotSupportedException(), Trigger);

    public override IInvocationFeatures Features => throw new NotSupportedException();

    public void OnStarting(Func<object, Task> callback, object state) => _starting.Add((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state)
    {
    }

    /// <summary>Through the middleware, to a function, to the moment at which the answer begins.</summary>
    public async Task<Invocation> Run(IFunctionsWorkerMiddleware middleware, Func<HttpContext, Task> function)
    {
        await middleware.Invoke(this, _ => function(Http));
        foreach (var (work, state) in Enumerable.Reverse(_starting))
            await work(state);
        return this;
    }

    private sealed class Definition(string entryPoint, string trigger) : FunctionDefinition
    {
        public override ImmutableArray<FunctionParameter> Parameters => [];

        public override string PathToAssembly => throw new NotSupportedException();

        public override string EntryPoint => entryPoint;

        public override string Id => "1";

        public override string Name => entryPoint;

        public override IImmutableDictionary<string, BindingMetadata> InputBindings =>
            ImmutableDictionary<string, BindingMetadata>.Empty.Add("trigger", new TriggerBinding(trigger));

        public override IImmutableDictionary<string, BindingMetadata> OutputBindings => throw new NotSupportedException();
    }
    private sealed class TriggerBinding(string type) : BindingMetadata
    {
        public override string Name => "trigger";

        public override string Type => type;

        public override BindingDirection Direction => BindingDirection.In;
    }
}
