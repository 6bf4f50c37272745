using Hub.Receiver;
using Hub.Simulators.Control;

namespace Hub.Simulators.Partner;

/// <summary>The control API of the partner simulator.</summary>
public sealed class PartnerControl(HookStore store, Faults faults)
{
    public void Map(WebApplication app)
    {
        app.MapFaults(faults);
        app.MapPut("/control/hooks/{name}", Register);
        app.MapGet("/control/hooks", () => Results.Json(store.Hooks.Select(Summary), Json.Web));
        app.MapGet("/control/hooks/{name}", (string name) => Results.Json(Summary(name), Json.Web));
        app.MapGet("/control/hooks/{name}/received", (string name) => Results.Json(store.Received(name), Json.Web));
        app.MapPost("/control/reset", () =>
        {
            store.Reset();
            faults.Clear();
            return Results.NoContent();
        });
    }

    private IResult Register(string name, HookKeys keys)
    {
        try
        {
            StandardWebhook.Key(keys.Secret);
        }
        catch (FormatException)
        {
            return Results.Problem($"The secret is not base64 after '{StandardWebhook.SecretPrefix}'.", statusCode: 400);
        }
        store.Register(name, keys);
        return Results.NoContent();
    }

    private object Summary(string name)
    {
        var received = store.Received(name);
        return new
        {
            Name = name,
            Received = received.Count,
            Distinct = received.Select(d => d.Id).Distinct().Count(),
            Valid = received.Count(d => d.SignatureValid is true),
            Invalid = received.Count(d => d.SignatureValid is false),
            LastSequence = received.Count > 0 ? received[^1].Sequence : null,
        };
    }
}
