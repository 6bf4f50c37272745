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
