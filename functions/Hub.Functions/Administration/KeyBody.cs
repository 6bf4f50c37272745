using Hub.Notices.Access;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Functions.Administration;

/// <summary>A request for a key.</summary>
/// <param name="Name">The office, reviewer or partner.</param>
/// <param name="Kind">What kind of caller.</param>
/// <param name="State">The State it speaks for.</param>
/// <param name="Role">The office of that State.</param>
/// <param name="ExpiresAt">It works until then, UTC; for ever where absent.</param>
public sealed record KeyBody(
    string Name, CallerKind Kind, StateCode? State = null, OfficeRole? Role = null, DateTimeOffset? ExpiresAt = null);
