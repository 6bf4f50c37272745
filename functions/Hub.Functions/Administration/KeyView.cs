using Hub.Notices.Access;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Functions.Administration;

/// <summary>What is known of a key.</summary>
/// <param name="Id">Names the key; opens nothing.</param>
/// <param name="Name">The office, reviewer or partner.</param>
/// <param name="Kind">What kind of caller.</param>
/// <param name="State">The State it speaks for.</param>
/// <param name="Role">The office of that State.</param>
/// <param name="IssuedAt">When it was issued, UTC.</param>
/// <param name="IssuedBy">By whom.</param>
/// <param name="ExpiresAt">It works until then, UTC.</param>
/// <param name="LastUsedAt">When it was used last, UTC, to the hour.</param>
public sealed record KeyView(
    string Id, string Name, CallerKind Kind, StateCode? State, OfficeRole? Role, DateTimeOffset? IssuedAt, string? IssuedBy,
    DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt)
{
    /// <summary>The key itself, where it was just issued: this once.</summary>
    public string? Key { get; init; }

    /// <summary>The view of a key.</summary>
    public static KeyView Of(ApiKey key) => new(
        key.Id, key.Caller.Name, key.Caller.Kind, key.Caller.State, key.Caller.Role, key.IssuedAt, key.IssuedBy, key.ExpiresAt,
        key.LastUsedAt);
}
