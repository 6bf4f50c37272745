using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Notices.Rules;

/// <summary>What a notice is checked against.</summary>
/// <param name="Register">The register as it stands.</param>
/// <param name="States">The States.</param>
/// <param name="Networks">The networks.</param>
/// <param name="Parties">Which States are not parties to what.</param>
public sealed record Reference(RegisterSnapshot Register, StateCatalog States, NetworkCatalog Networks, PartyList Parties)
{
    /// <summary>The missions and other offices that are told of changes, where they were asked for.</summary>
    public IReadOnlyList<Recipient> Offices { get; init; } = [];
}

/// <summary>What was understood of a notice, and everything that is wrong with it.</summary>
/// <param name="Form">The form; null where it could not be read at all.</param>
/// <param name="State">The State it is for; null where it is not known.</param>
/// <param name="Changes">The changes it proposes, those that could be understood.</param>
/// <param name="Problems">Everything found wrong, gravest first.</param>
public sealed record Understanding(
    NoticeForm? Form, StateCode? State, IReadOnlyList<Change> Changes, IReadOnlyList<Problem> Problems) : Confidential
{
    /// <summary>The gravest outcome of its problems; null where there are none.</summary>
    public Outcome? Gravest => Problems.Count == 0 ? null : Problems.Max(p => p.Outcome);

    /// <summary>How many reviewers have to approve it.</summary>
    public int Reviewers => Changes.Any(c => c.WantsTwo()) ? 2 : 1;

    /// <summary>Why it cannot be approved as it is; null where it can.</summary>
    public NoticeRefusal? Obstacle() => this switch
    {
        { Form: null } or { Gravest: Outcome.Refuse } => NoticeRefusal.NoLongerFits,
        _ when Problems.Any(p => p.Code == ProblemCode.V24) => NoticeRefusal.AmbiguousDate,
        // To apply the rest would drop it without a word.
        _ when Changes.Count < Form.Changes.Count => NoticeRefusal.ChangeNotUnderstood,
        _ => null,
    };
}

/// <summary>What the rules look at.</summary>
/// <param name="Form">The form.</param>
/// <param name="State">The State.</param>
/// <param name="Sender">Who sent it.</param>
/// <param name="Received">The day it was received, UTC.</param>
/// <param name="Changes">What it proposes, each with its place in the form.</param>
/// <param name="Reference">What it is checked against.</param>
internal sealed record RuleContext(
    NoticeForm Form, StateCode State, Caller Sender, DateOnly Received, IReadOnlyList<(Change Change, string Pointer)> Changes,
    Reference Reference)
    : Confidential
{
    /// <summary>The register.</summary>
    public RegisterSnapshot Register => Reference.Register;

    /// <summary>The day the notice takes effect.</summary>
    public DateOnly Effective => Form.EffectiveFrom ?? Received;

    /// <summary>The changes of one kind.</summary>
    public IEnumerable<(T Change, string Pointer)> Of<T>() where T : Change =>
        Changes.Where(c => c.Change is T).Select(c => ((T)c.Change, c.Pointer));
}
