using Hub.Register.Json;
using Hub.Register.Problems;

namespace Hub.Intake.Mails.Senders;

/// <summary>Who sent a mail.</summary>
public abstract record SenderVerdict : Confidential
{
    /// <summary>
    /// Whether our own server found that the address is not the sender's, or it says to be one of the hub's: an answer would go to somebody
    /// who never wrote.
    /// </summary>
    public bool HasFailed { get; init; }

    /// <summary>An office of a State, by an address it registered and that the receiving server vouches for.</summary>
    /// <param name="Office">The office.</param>
    /// <param name="Remarks">What it is told of, e.g. that its mailbox is a free one (V10).</param>
    public sealed record Known(Office Office, IReadOnlyList<Problem> Remarks) : SenderVerdict;

    /// <summary>Somebody who says to be an office, or looks like one, and may not be: called back before anything is done.</summary>
    /// <param name="Doubts">Why.</param>
    /// <param name="Claimed">The office it would be; null where it is none.</param>
    public sealed record Held(IReadOnlyList<Doubt> Doubts, Office? Claimed) : SenderVerdict
    {
        /// <summary>The doubts as problems, each once.</summary>
        public IEnumerable<Problem> Problems => Doubts.Select(d => d.Problem).Distinct();
    }

    /// <summary>Nobody the hub knows.</summary>
    public sealed record Unknown : SenderVerdict;
}

/// <summary>One reason to doubt a sender.</summary>
/// <param name="Reason">What it is.</param>
/// <param name="Detail">What was seen, for the Secretariat.</param>
public sealed record Doubt(DoubtReason Reason, string Detail) : Confidential
{
    /// <summary>As a problem of the notice.</summary>
    public Problem Problem => new(Reason == DoubtReason.FreeMail ? ProblemCode.V10 : ProblemCode.V25, "", Outcome.Hold, [Detail]);
}

/// <summary>Why a sender is doubted.</summary>
public enum DoubtReason
{
    /// <summary>The receiving server says that it failed the checks of its domain.</summary>
    Failed,

    /// <summary>The receiving server vouches for nothing.</summary>
    NotVouchedFor,

    /// <summary>Answers would go to somebody else.</summary>
    ReplyElsewhere,

    /// <summary>The domain looks like a registered one.</summary>
    LookAlike,

    /// <summary>The name shown is, or holds, an office's name or address that is not the sender's.</summary>
    NameTrick,

    /// <summary>It names several senders.</summary>
    SeveralSenders,

    /// <summary>A mailbox that nobody registered, of a domain that an office uses.</summary>
    UnknownAddress,

    /// <summary>It comes from a free mailbox nobody registered.</summary>
    FreeMail,
}
