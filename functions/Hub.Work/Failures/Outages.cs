namespace Hub.Work.Failures;

/// <summary>Tells errors that say that the hub's own services are away, which are no fault of the work that met them.</summary>
/// <param name="Is">Whether an error is one.</param>
public sealed record Outages(Func<Exception, bool> Is);
