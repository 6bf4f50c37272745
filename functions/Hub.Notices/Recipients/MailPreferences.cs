using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Notices.Recipients;

/// <summary>How often a recipient is told.</summary>
public enum Cadence
{
    /// <summary>At once, but for a pause after the last mail.</summary>
    AtOnce,

    /// <summary>Once a day.</summary>
    Daily,

    /// <summary>Once a week.</summary>
    Weekly,
}

/// <summary>What a recipient wants to be told, and how often.</summary>
/// <param name="Cadence">How often.</param>
/// <param name="States">Of these States only; empty for all.</param>
/// <param name="Matters">
/// Of these matters only; empty for all. What concerns no matter, such as a membership, is told whatever stands here.
/// </param>
public sealed record MailPreferences(Cadence Cadence, IReadOnlyList<StateCode> States, IReadOnlyList<Matter> Matters)
{
    /// <summary>What a recipient gets that never chose: everything, at once.</summary>
    public static MailPreferences Default { get; } = new(Cadence.AtOnce, [], []);

    /// <summary>Whether it wants to be told of an event: what happened for all States concerns every recipient.</summary>
    public bool Wants(DirectoryEvent e) =>
        (e.State is not { } state || States.Count == 0 || States.Contains(state)) && (Matters.Count == 0 || Concerns(e));

    private bool Concerns(DirectoryEvent e)
    {
        var concerned = e.Facts switch
        {
            { Pair: { } pair } => [pair.Matter],
            { LegalBasis: not null } => [Matter.Extradition],
            { Matters: { } matters } => matters,
            _ => (IReadOnlyList<Matter>)[],
        };
        return concerned.Count == 0 || concerned.Intersect(Matters).Any();
    }
}
