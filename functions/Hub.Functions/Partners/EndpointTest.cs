namespace Hub.Functions.Partners;

/// <summary>What came of a test event.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Delivered">Whether the receiver took it.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record EndpointTest(string Id, bool Delivered, string? Reason, long Milliseconds);
