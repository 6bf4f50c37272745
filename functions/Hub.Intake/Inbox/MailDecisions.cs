using Hub.Notices.Access;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Inbox;

/// <summary>What the Secretariat asks for.</summary>
/// <param name="Kind">Release or dismiss.</param>
/// <param name="State">The State that it is of, for a release.</param>
/// <param name="Role">The office of that State.</param>
/// <param name="CalledBack">Who was called back, at a number that the hub had before.</param>
/// <param name="Reason">Why it is no notice, for a dismissal.</param>
/// <param name="Number">The number that was called.</param>
public sealed record MailDecisionRequest(
    MailDecisionKind Kind, StateCode? State, OfficeRole? Role, string? CalledBack, string? Reason, string? Number = null);

/// <summary>How a decision about a held mail ended.</summary>
public abstract record MailDecisionResult
{
    /// <summary>Taken.</summary>
    public sealed record Taken(MailRecord Mail) : MailDecisionResult;

    /// <summary>No such mail.</summary>
    public sealed record Unknown : MailDecisionResult;

    /// <summary>It cannot be decided so.</summary>
    public sealed record NotNow(string Why) : MailDecisionResult;
}

/// <summary>The Secretariat's word on mails that wait for it.</summary>
public sealed class MailDecisions(IMailStore mails, StateCatalog states, TimeProvider clock)
{
    /// <summary>Takes a decision. A release is read again, as from the office it names.</summary>
    public async Task<MailDecisionResult> Decide(string id, Caller reviewer, MailDecisionRequest request, CancellationToken cancel)
    {
        if (await mails.Find(id, cancel) is not { } mail)
            return new MailDecisionResult.Unknown();
        if (Refusal(mail, request) is { } why)
            return new MailDecisionResult.NotNow(why);
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
                    Fate = InboundMailStatus.Received,
                    DueAt = now,
                    Sender = new($"{request.State} (called back)", CallerKind.State, request.State, request.Role),
                }
                : decided with { Fate = InboundMailStatus.Dismissed, DueAt = now },
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

    private string? Refusal(MailRecord mail, MailDecisionRequest request) => request switch
    {
        _ when mail.Fate is not (InboundMailStatus.Held or InboundMailStatus.ToRead) => "Nothing is to be decided about it.",
        { Kind: MailDecisionKind.Release } when request.State is not { } state || !states.Contains(state) =>
            "Say in 'state' which State it is of.",
        { Kind: MailDecisionKind.Release, Role: null } => "Say in 'role' which office of that State wrote it.",
        { Kind: MailDecisionKind.Release, CalledBack: null or "" } =>
            "Say in 'calledBack' who was called back, at a number that the directory had before this mail.",
        { Kind: MailDecisionKind.Dismiss, Reason: null or "" } => "Say in 'reason' why it is no notice.",
        _ => null,
    };
}
