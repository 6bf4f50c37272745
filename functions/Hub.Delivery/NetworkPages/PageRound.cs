using System.Text.Json;
using Hub.Register.Json;
using Hub.Work.Runner;

namespace Hub.Delivery.NetworkPages;

/// <summary>What the pages show, and which of them are still to be put: what the cursor remembers between two steps.</summary>
/// <param name="UpTo">The last event the pages show, or will once the round is done.</param>
/// <param name="Day">The day they are for: memberships begin and end by date alone.</param>
/// <param name="Since">The day that the pages before were for; null where all are put.</param>
/// <param name="Done">The last path, in their order, that is put; null before the first.</param>
/// <param name="IsDone">Whether all are put.</param>
public sealed record PageRound(long UpTo, DateOnly Day, DateOnly? Since = null, string? Done = null, bool IsDone = false)
{
    /// <summary>Reads it from a cursor; null before the first round.</summary>
    public static PageRound? Of(Cursor cursor) =>
        cursor.Work is { } json ? JsonSerializer.Deserialize<PageRound>(json, HubJson.Options) : null;

    /// <summary>As a cursor keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, HubJson.Options);
}
