using Hub.Register.Json;

namespace Hub.Pages.Portal.Endpoints;

/// <summary>What came of a test event.</summary>
/// <param name="Problem">Why it did not arrive; null where it did.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record TestResult(string? Problem, long Milliseconds) : Confidential;

/// <summary>A secret as it is shown, once.</summary>
/// <param name="Endpoint">Its endpoint's id.</param>
/// <param name="Url">Where the endpoint is.</param>
/// <param name="Secret">The secret.</param>
/// <param name="OldEnds">Until when the one before signs too, UTC; null where there was none.</param>
/// <param name="Waits">Whether the receiver has not consented yet.</param>
public sealed record ShownSecret(string Endpoint, string Url, string Secret, DateTimeOffset? OldEnds, bool Waits) : Confidential;
