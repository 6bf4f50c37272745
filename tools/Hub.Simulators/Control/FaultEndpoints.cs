namespace Hub.Simulators.Control;

/// <summary>The control API's faults, the same for every simulator.</summary>
public static class FaultEndpoints
{
    public static void MapFaults(this WebApplication app, Faults faults)
    {
        app.MapPost("/control/faults", (Fault fault) =>
        {
            faults.Add(fault);
            return Results.Json(faults.All(), Json.Web, statusCode: 201);
        });
        app.MapGet("/control/faults", () => Results.Json(faults.All(), Json.Web));
        app.MapDelete("/control/faults", () =>
        {
            faults.Clear();
            return Results.NoContent();
        });
    }
}
