using Hub.Delivery.Editions.Planning;
using Hub.Register.Log;

namespace Hub.Delivery.Editions.Publishing;

/// <summary>
/// Publishes with two people: one asks and says why, another, who has seen the plan too, publishes by typing the edition's name. Whatever
/// they do at the same moment, the row of the request decides: it is taken back or published, never both.
/// </summary>
public sealed class TwoPersonPublishing(
    EditionService editions, AudiencePlanner audience, EditionConfirmations confirmations, IPublicationRequestStore requests,
    TimeProvider clock)
{
    /// <summary>The requests that wait for a second person, the oldest first.</summary>
    public async Task<IReadOnlyList<PublicationRequest>> Waiting(CancellationToken cancel)
    {
        var waiting = new List<PublicationRequest>();
        foreach (var request in (await requests.List(cancel)).OrderBy(r => r.AskedAt))
            if (await Open(request.Edition, cancel) is not null)
                waiting.Add(request);
        return waiting;
    }

    /// <summary>The request for an edition that waits for a second person; null where there is none.</summary>
    public async Task<PublicationRequest?> Open(EditionId id, CancellationToken cancel) =>
        await requests.Find(id, cancel) is { } request && request.IsOpen(clock.GetUtcNow()) && await editions.Find(id, cancel) is null
            ? request
            : null;

    /// <summary>The last request for an edition, whatever came of it; null where nobody ever asked.</summary>
    public Task<PublicationRequest?> Last(EditionId id, CancellationToken cancel) => requests.Find(id, cancel);

    /// <summary>Asks for a second person.</summary>
    /// <param name="asked">The edition.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="reason">Why, for the second person.</param>
    /// <param name="plan">The confirmation of the plan that was looked at.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<PublicationResult> Ask(EditionRequest asked, string by, string reason, string? plan, CancellationToken cancel)
    {
        var (edition, isFrozen, refused) = await Prepared(asked, cancel);
        if (refused is not null)
            return refused;
        if (isFrozen)
            return new PublicationResult.Refused(PublicationRefusal.AlreadyFrozen);
        while (true)
        {
            var known = await requests.Find(edition!.Id, cancel);
            if (known?.IsOpen(clock.GetUtcNow()) == true)
            {
                if (known.By != by)
                    return new PublicationResult.Refused(PublicationRefusal.AskedByAnother, known.By);
                if (known.PublishedBy is not null || (known.Reason, known.Replaces) == (reason, asked.Reason))
                    return new PublicationResult.Asked(known);
            }
            if (await Unseen(edition, plan, cancel) is { } unseen)
                return unseen;
            var request = new PublicationRequest(edition.Id, by, clock.GetUtcNow(), reason, edition.Sequence)
            {
                Replaces = asked.Reason, ETag = known?.ETag,
            };
            if (await requests.Save(request, cancel))
                return new PublicationResult.Asked(request);
        }
    }

    /// <summary>Takes a request back, as whoever asked.</summary>
    public async Task<PublicationResult> TakeBack(EditionId id, string by, CancellationToken cancel)
    {
        while (true)
        {
            if (await requests.Find(id, cancel) is not { } request)
                return new PublicationResult.Refused(PublicationRefusal.NobodyAsks);
            if (request.By != by)
                return new PublicationResult.Refused(PublicationRefusal.NotTheirs);
            if (request.TakenBackAt is not null)
                return new PublicationResult.TakenBack(request);
            if (request.PublishedBy is not null || await editions.Find(id, cancel) is not null)
                return new PublicationResult.Refused(PublicationRefusal.AlreadyFrozen);
            var back = request with { TakenBackAt = clock.GetUtcNow() };
            if (await requests.Save(back, cancel))
                return new PublicationResult.TakenBack(back);
        }
    }

    /// <summary>Freezes an edition as the second person. Sent twice, or again after a crash, it freezes it once.</summary>
    /// <param name="id">The edition.</param>
    /// <param name="by">The second person.</param>
    /// <param name="typed">The name of the edition, as that person typed it.</param>
    /// <param name="plan">The confirmation of the plan that this person looked at.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<PublicationResult> Publish(EditionId id, string by, string? typed, string? plan, CancellationToken cancel)
    {
        while (true)
        {
            var request = await requests.Find(id, cancel);
            var (edition, isFrozen, refused) = await Prepared(new(id, request?.Replaces), cancel);
            if (isFrozen)
                return new PublicationResult.Frozen(edition!);
            if (request?.IsOpen(clock.GetUtcNow()) != true)
                return new PublicationResult.Refused(PublicationRefusal.NobodyAsks);
            if (request.By == by)
                return new PublicationResult.Refused(PublicationRefusal.SamePerson);
            if (refused is not null)
                return refused;
            if (!EditionId.TryParse(typed?.Trim(), out var name) || name != id)
                return new PublicationResult.Refused(PublicationRefusal.OtherName);
            if (await Unseen(edition!, plan, cancel) is { } unseen)
                return unseen;
            // First of all the row: from here on it cannot be taken back, and whoever took it back before has stopped it.
            if (await requests.Save(request with { PublishedBy = by, PublishedAt = clock.GetUtcNow() }, cancel))
                return new PublicationResult.Frozen(await editions.Freeze(edition!, cancel));
        }
    }

    private async Task<(Edition? Edition, bool IsFrozen, PublicationResult.Refused? Refused)> Prepared(
        EditionRequest request, CancellationToken cancel) => await editions.Prepare(request, cancel) switch
    {
        EditionResult.Begun(var edition, var isFrozen) => (edition, isFrozen, null),
        EditionResult.Refused(var why) => (null, false, new(PublicationRefusal.CannotBeMade, Edition: why)),
        var other => throw new NotSupportedException(other.GetType().Name),
    };

    private async Task<PublicationResult.Refused?> Unseen(Edition edition, string? plan, CancellationToken cancel) =>
        await confirmations.Check(plan, edition, await audience.Find(cancel), cancel) switch
        {
            ConfirmationCheck.Valid => null,
            ConfirmationCheck.Missing => new(PublicationRefusal.NoPlan),
            ConfirmationCheck.Expired => new(PublicationRefusal.OldPlan),
            ConfirmationCheck.OfAnotherPlan => new(PublicationRefusal.OtherPlan),
        };
}
