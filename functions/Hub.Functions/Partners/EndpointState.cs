using Hub.Work.Runner;

namespace Hub.Functions.Partners;

/// <summary>Whether an endpoint is delivered to.</summary>
public enum EndpointState
{
    /// <summary>Its receiver has not consented: nothing is sent.</summary>
    AwaitingConsent,

    /// <summary>It is.</summary>
    Active,

    /// <summary>Somebody paused it.</summary>
    Paused,

    /// <summary>The hub gave up on it.</summary>
    Disabled,
}

/// <summary>The states of endpoints.</summary>
internal static class EndpointStates
{
    /// <summary>The state of an endpoint with a cursor; it has one once its receiver has consented.</summary>
    public static EndpointState Of(Cursor? cursor) => cursor?.State switch
    {
        null => EndpointState.AwaitingConsent,
        CursorState.Active => EndpointState.Active,
        CursorState.Paused => EndpointState.Paused,
        CursorState.Disabled => EndpointState.Disabled,
        _ => throw new NotSupportedException($"{cursor.State}"),
    };
}
