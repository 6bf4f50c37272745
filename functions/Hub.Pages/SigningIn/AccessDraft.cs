using Hub.Register.Json;

namespace Hub.Pages.SigningIn;

/// <summary>A request for access as it was typed.</summary>
/// <param name="Name">Who asks.</param>
/// <param name="Office">The office.</param>
/// <param name="State">The code of its State.</param>
/// <param name="Address">Its mail address.</param>
/// <param name="Why">Why.</param>
public sealed record AccessDraft(string Name, string Office, string State, string Address, string Why) : Confidential;
