namespace Hub.Simulators.Control;

/// <summary>Routes whose handlers read the request themselves.</summary>
public static class Routes
{
    public static void On(this IEndpointRouteBuilder routes, string method, string pattern, Func<HttpContext, Task<IResult>> handle) =>
        routes.MapMethods(pattern, [method], async http => await (await handle(http)).ExecuteAsync(http));

    public static void On(this IEndpointRouteBuilder routes, string method, string pattern, Func<HttpContext, IResult> handle) =>
        routes.On(method, pattern, http => Task.FromResult(handle(http)));
}
