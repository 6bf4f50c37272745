namespace Hub.Simulators.Control;

/// <summary>Writes an error in the shape of the service that is simulated.</summary>
public delegate Task ErrorWriter(HttpContext http, int status, string code, string message, int? retryAfter);
