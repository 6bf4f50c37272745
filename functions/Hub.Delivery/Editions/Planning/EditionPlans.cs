namespace Hub.Delivery.Editions.Planning;

/// <summary>The plan of an edition as things stand, with the confirmation by which it is published.</summary>
public sealed class EditionPlans(
    EditionService editions, EditionPlanner planner, AudiencePlanner audience, EditionConfirmations confirmations)
{
    /// <summary>The plan.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="isFrozen">Whether it is frozen already: then nobody confirms it any more.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<EditionPlan> Of(Edition edition, bool isFrozen, CancellationToken cancel)
    {
        var recipients = await audience.Find(cancel);
        var plan = planner.Of(edition, await editions.Changes(edition, cancel), recipients);
        return isFrozen ? plan : plan with { Confirmation = await confirmations.Issue(edition, recipients, cancel) };
    }
}
