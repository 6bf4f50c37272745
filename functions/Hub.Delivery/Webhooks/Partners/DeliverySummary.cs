using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Delivery.Webhooks.Partners;

/// <summary>What became of an event on its way to an endpoint.</summary>
public enum DeliveryOutcome
{
    /// <summary>The receiver took it.</summary>
    Delivered,

    /// <summary>The endpoint's filter does not want it.</summary>
    Filtered,

    /// <summary>The endpoint was to be told of later events only.</summary>
    BeforeStart,

    /// <summary>It was passed over: the filter of that time did not want it.</summary>
    PassedOver,

    /// <summary>It is the next one, and waits for its time or its turn.</summary>
    Next,

    /// <summary>It waits behind an earlier event.</summary>
    Behind,

    /// <summary>The endpoint is paused.</summary>
    Paused,

    /// <summary>The endpoint is disabled.</summary>
    Disabled,

    /// <summary>The receiver has not consented.</summary>
    AwaitingConsent,
}

/// <summary>Why an event was delivered to an endpoint, or was not.</summary>
/// <param name="Sequence">The event.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Why">In words.</param>
/// <param name="DueAt">When it is tried next, where it waits for a time, UTC.</param>
/// <param name="Behind">The event it waits behind.</param>
/// <param name="Attempts">Every attempt to deliver it, the newest first.</param>
public sealed record DeliverySummary(
    long Sequence, DeliveryOutcome Fate, string Why, DateTimeOffset? DueAt, long? Behind, IReadOnlyList<Attempt> Attempts) : IPublic
{
    /// <summary>Tells it from what is known now: a pure function.</summary>
    public static DeliverySummary Of(DirectoryEvent e, Endpoint endpoint, Cursor? cursor, IReadOnlyList<Attempt> attempts)
    {
        var (fate, why) = FateOf(e, endpoint, cursor, attempts);
        var waits = fate is DeliveryOutcome.Next or DeliveryOutcome.Behind;
        return new(
            e.Sequence, fate, why, waits ? cursor?.DueAt : null, fate == DeliveryOutcome.Behind ? cursor!.Position + 1 : null, attempts);
    }

    private static (DeliveryOutcome Fate, string Why) FateOf(
        DirectoryEvent e, Endpoint endpoint, Cursor? cursor, IReadOnlyList<Attempt> attempts)
    {
        if (attempts.FirstOrDefault(a => a.Outcome == Attempt.Delivered) is { } delivered && cursor?.Position >= e.Sequence)
            return (DeliveryOutcome.Delivered, $"the receiver took it at {delivered.At:u} ({attempts.Count} attempts)");
        if (endpoint.Filter?.Refuses(e) is { } list)
            return (DeliveryOutcome.Filtered, $"the endpoint's filter does not want it: it matches nothing in '{list}'");
        if (cursor is null)
            return (DeliveryOutcome.AwaitingConsent, endpoint.Consent?.Problem ?? "the receiver has not been asked for its consent");
        if (cursor.Position >= e.Sequence)
            return e.Sequence <= endpoint.After
                ? (DeliveryOutcome.BeforeStart, $"the endpoint was made to be told of what comes after event {endpoint.After}")
                : (DeliveryOutcome.PassedOver, "the filter that the endpoint had when its turn came did not want it; a replay sends it");
        return Waiting(e, cursor);
    }

    private static (DeliveryOutcome Fate, string Why) Waiting(DirectoryEvent e, Cursor cursor) => cursor switch
    {
        { State: CursorState.Paused } => (DeliveryOutcome.Paused, "the endpoint is paused"),
        { State: CursorState.Disabled } => (DeliveryOutcome.Disabled, $"the endpoint is disabled{Since(cursor)}: {cursor.StateReason}"),
        _ when cursor.Position + 1 < e.Sequence => (DeliveryOutcome.Behind, $"it waits behind event {cursor.Position + 1}{Trouble(cursor)}"),
        _ => (DeliveryOutcome.Next, $"it is the next one{Trouble(cursor)}"),
    };

    private static string Since(Cursor cursor) => cursor.FailingSince is { } since ? $", failing since {since:u}" : "";

    private static string Trouble(Cursor cursor) => cursor switch
    {
        { Attempts: > 0 } => $": {cursor.Attempts} tries failed since {cursor.FailingSince:u}, the last because {cursor.StateReason}",
        { DueAt: not null } => ": the endpoint's rate a minute is used up",
        _ => "",
    };
}
