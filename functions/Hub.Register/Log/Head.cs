namespace Hub.Register.Log;

/// <summary>Where the log stands.</summary>
/// <param name="Sequence">Number of the last event; 0 before the first.</param>
/// <param name="Hash">Its hash.</param>
public sealed record Head(long Sequence, string Hash)
{
    /// <summary>Before the first event.</summary>
    public static Head Empty { get; } = new(0, new string('0', 64));
}
