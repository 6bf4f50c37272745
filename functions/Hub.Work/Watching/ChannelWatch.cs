using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Work.Watching;

/// <summary>What is wrong with a cursor.</summary>
/// <param name="Channel">The kind of channel.</param>
/// <param name="Name">The receiver.</param>
public abstract record Trouble(string Channel, string Name)
{
    /// <summary>It has had something to do for too long, and nobody does it: wake-ups do not arrive.</summary>
    public sealed record Late(string Channel, string Name, long Sequence, int Minutes) : Trouble(Channel, Name);

    /// <summary>Every try has failed for too long.</summary>
    public sealed record Failing(string Channel, string Name, int Attempts, int Minutes) : Trouble(Channel, Name);

    /// <summary>Every run has ended by an error of the hub's own for too long.</summary>
    public sealed record Broken(string Channel, string Name, int Minutes) : Trouble(Channel, Name);

    /// <summary>It is paused or disabled.</summary>
    public sealed record Stopped(string Channel, string Name, CursorState State) : Trouble(Channel, Name);
}

/// <summary>Looks at every cursor for what an operator has to know. Waiting for a due time or a run under way is no trouble.</summary>
public sealed class ChannelWatch(ICursorStore cursors, IRegisterStore register, TimeProvider clock)
{
    /// <summary>How long is too long.</summary>
    public static TimeSpan Patience => StandstillLimits.Default.Channels;

    /// <summary>What is wrong now.</summary>
    public async Task<IReadOnlyList<Trouble>> Look(CancellationToken cancel)
    {
        var troubles = await Task.WhenAll((await cursors.All(cancel)).Select(c => With(c, cancel)));
        return [.. troubles.OfType<Trouble>()];
    }

    private async Task<Trouble?> With(Cursor cursor, CancellationToken cancel)
    {
        if (cursor.State != CursorState.Active)
            return new Trouble.Stopped(cursor.Channel, cursor.Name, cursor.State);
        var now = clock.GetUtcNow();
        if (now - cursor.FailingSince is { } failing && failing > Patience)
            return new Trouble.Failing(cursor.Channel, cursor.Name, cursor.Attempts, (int)failing.TotalMinutes);
        if (now - cursor.BrokenSince is { } broken && broken > Patience)
            return new Trouble.Broken(cursor.Channel, cursor.Name, (int)broken.TotalMinutes);
        if (await register.ReadEvents(cursor.Position, 1, cancel) is not [var next])
            return null;
        var free = new[] { next.Time, cursor.DueAt ?? next.Time, cursor.LeasedUntil ?? next.Time }.Max();
        return now - free > Patience ? new Trouble.Late(cursor.Channel, cursor.Name, next.Sequence, (int)(now - free).TotalMinutes) : null;
    }
}
