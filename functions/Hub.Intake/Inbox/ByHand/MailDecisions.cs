using Hub.Notices.Access;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Inbox.ByHand;

/// <summary>What the Secretariat asks for.</summary>
/// <param name="Kind">Release, dismiss or answer.</param>
/// <param name="State">The State that it is of, for a release.</param>
/// <param name="Role">The office of that State.</param>
/// <param name="CalledBack">Who was called back, at a number that the hub had before.</param>
/// <param name="Reason">Why it is no notice, for a dismissal; what is answered, for an answer.</param>
/// <param name="Number">The number that was called.</param>
public sealed record MailDecisionRequest(
    MailDecisionKind Kind, StateCode? State, OfficeRole? Role, string? CalledBack, string? Reason, string? Number = null)
{
    /// <summary>How whoever decides has seen it stand (<see cref="MailRecord.Mark"/>); null where nobody says.</summary>
    public string? Seen { get; init; }
}

/// <summary>How a decision about a held mail ended.</summary>
public abstract record MailDecisionResult
{
    /// <summary>Taken.</summary>
    public sealed record Taken(MailRecord Mail) : MailDecisionResult;

    /// <summary>No such mail.</summary>
    public sealed record Unknown : MailDecisionResult;

    /// <summary>Something is missing or wrong in it.</summary>
    public sealed record Refused(IReadOnlyList<MailFault> Faults) : MailDecisionResult;

    /// <summary>It cannot be decided so.</summary>
    public sealed record NotNow(string Why) : MailDecisionResult;
}

/// <summary>What can be missing or wrong in a decision about a mail.</summary>
public enum MailFault
{
    /// <summary>Which State it is of.</summary>
    State,

    /// <summary>Which office of that State wrote it.</summary>
    Office,

    /// <summary>Who was called back.</summary>
    Person,

    /// <summary>Which number was called.</summary>
    Number,

    /// <summary>What was called is no number with its country.</summary>
    NoNumber,

    /// <summary>The number that was called stands in the mail itself.</summary>
    OwnNumber,

    /// <summary>The directory did not have the number, and whether the mail brings it cannot be told.</summary>
    Unread,

    /// <summary>Why it is no notice.</summary>
    Reason,

    /// <summary>What is answered.</summary>
    Text,

    /// <summary>It names no address to answer to.</summary>
    NoAddress,
}

/// <summary>The Secretariat's word on mails that wait for it.</summary>
public sealed class MailDecisions(IMailStore mails, CallBack calls, StateCatalog states, TimeProvider clock)
{
    /// <summary>Takes a decision. A release is read again, as from the office it names.</summary>
    public async Task<MailDecisionResult> Decide(string id, Caller reviewer, MailDecisionRequest request, CancellationToken cancel)
    {
        if (await mails.Find(id, cancel) is not { } mail)
            return new MailDecisionResult.Unknown();
        if (mail.Fate is not (InboundMailStatus.Held or InboundMailStatus.ToRead))
            return new MailDecisionResult.NotNow("Nothing is to be decided about it.");
        if (!IsSeen(mail, request.Seen))
            return new MailDecisionResult.NotNow(
                "It stands otherwise than it was seen: read anew why it waits, and send its 'mark' with the decision.");
        if (await Faults(mail, request, cancel) is { Count: > 0 } faults)
            return new MailDecisionResult.Refused(faults);
        var now = clock.GetUtcNow();
        var decided = mail with
        {
            Decision = new(request.Kind, reviewer.Name, now, request.CalledBack, request.Reason)
            {
                MadeBy = reviewer.MadeBy, Number = request.Number,
            },
        };
        var saved = await mails.Save(
            request.Kind == MailDecisionKind.Release
                ? decided with
                {
                    // What was typed on a page, a person makes a notice of.
                    Fate = mail.IsTyped ? InboundMailStatus.ToRead : InboundMailStatus.Received,
                    DueAt = mail.IsTyped ? null : now,
                    Sender = Caller.CalledBack(request.State!.Value, request.Role),
                }
                : decided with { Fate = Settled(request.Kind), DueAt = now },
            cancel);
        return saved is null
            ? new MailDecisionResult.NotNow("Somebody else decided at the same moment: look at the mail again.")
            : new MailDecisionResult.Taken(saved);
    }

    /// <summary>Has a mail tried again now that waits for another attempt; its mailbox, or null where there is none that does.</summary>
    public async Task<string?> TryAgain(string id, CancellationToken cancel) =>
        await mails.Find(id, cancel) is { Fate: InboundMailStatus.Received } mail
            && await mails.Save(mail with { Attempts = 0, Errors = 0, DueAt = clock.GetUtcNow() }, cancel) is not null
                ? mail.Mailbox
                : null;

    // Released once and held again, it waits for another reason than before.
    private static bool IsSeen(MailRecord mail, string? seen) => seen is null ? mail.Decision is null : seen == mail.Mark;

    private static InboundMailStatus Settled(MailDecisionKind kind) =>
        kind == MailDecisionKind.Answer ? InboundMailStatus.Answered : InboundMailStatus.Dismissed;

    private async Task<IReadOnlyList<MailFault>> Faults(MailRecord mail, MailDecisionRequest request, CancellationToken cancel)
    {
        if (request.Kind == MailDecisionKind.Dismiss)
            return string.IsNullOrWhiteSpace(request.Reason) ? [MailFault.Reason] : [];
        if (request.Kind == MailDecisionKind.Answer)
            return mail.From is null ? [MailFault.NoAddress] : string.IsNullOrWhiteSpace(request.Reason) ? [MailFault.Text] : [];
        var faults = new List<MailFault>();
        if (request.State is not { } state || !states.Contains(state))
            faults.Add(MailFault.State);
        else if (await calls.Fault(mail, state, request.Number, cancel) is { } fault)
            faults.Add(fault);
        if (string.IsNullOrWhiteSpace(request.CalledBack))
            faults.Add(MailFault.Person);
        if (request.Role is null)
            faults.Add(MailFault.Office);
        return faults;
    }
}
